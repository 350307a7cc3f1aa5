//! Everything that a command prints fits the schema that the program prints for it.
#![cfg(feature = "cli")]

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

fn run(args: &[&str], stdin: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_corroborate"));
    let mut child = command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
    let _ = child.stdin.take().expect("piped").write_all(stdin.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    assert!(output.status.success(), "{args:?}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Where `value` does not fit `schema`, by the keywords that the printed schemas use; an unknown keyword is a fault of its own.
fn faults(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let Value::Object(keywords) = schema else {
        return if schema == &Value::Bool(true) { Vec::new() } else { vec![format!("{at}: not allowed")] };
    };
    let fault = |holds: bool, what: String| if holds { Vec::new() } else { vec![format!("{at}: {what}, but is {value}")] };
    let each = |schemas: &Value, join: fn(Vec<Vec<String>>) -> Vec<String>| {
        join(schemas.as_array().expect("a list").iter().map(|s| faults(root, s, value, at)).collect())
    };
    let best = |all: Vec<Vec<String>>| all.into_iter().min_by_key(Vec::len).expect("at least one");
    let mut found = Vec::new();
    for (keyword, says) in keywords {
        found.extend(match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "default" | "format" => Vec::new(),
            "$ref" => {
                let name = says.as_str().and_then(|s| s.strip_prefix("#/$defs/")).expect("a reference to a definition");
                faults(root, &root["$defs"][name], value, at)
            }
            "type" => fault(is_of_type(value, says), format!("must be {says}")),
            "const" => fault(value == says, format!("must be {says}")),
            "enum" => fault(says.as_array().expect("a list").contains(value), format!("must be one of {says}")),
            "minimum" => fault(value.as_f64() >= says.as_f64(), format!("must be at least {says}")),
            "anyOf" | "oneOf" => each(says, best),
            "allOf" => each(says, |all| all.concat()),
            "required" => {
                let missing = says.as_array().expect("a list").iter().filter(|name| value.get(name.as_str().expect("a name")).is_none());
                missing.map(|name| format!("{at}: lacks {name}")).collect()
            }
            "properties" => {
                let known = says.as_object().expect("an object").iter();
                known.filter_map(|(name, s)| Some(faults(root, s, value.get(name)?, &format!("{at}.{name}")))).flatten().collect()
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                items.flat_map(|(index, item)| faults(root, says, item, &format!("{at}[{index}]"))).collect()
            }
            "additionalProperties" => {
                let known = keywords.get("properties");
                let more = value.as_object().into_iter().flatten().filter(|(name, _)| known.and_then(|k| k.get(name.as_str())).is_none());
                more.flat_map(|(name, item)| faults(root, says, item, &format!("{at}.{name}"))).collect()
            }
            other => vec![format!("the schema uses {other}, which this test does not know")],
        });
    }
    found
}

fn is_of_type(value: &Value, types: &Value) -> bool {
    let names: Vec<&str> =
        types.as_array().map_or_else(|| types.as_str().into_iter().collect(), |t| t.iter().filter_map(Value::as_str).collect());
    names.iter().any(|name| match *name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    })
}

#[test]
fn what_is_printed_fits_its_schema() {
    let story = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/harbour-bridge-collapse");
    let report = run(&["reconcile", story, "--format", "json"], "");
    let parsed: Value = serde_json::from_str(&report).expect("one object");
    let ids: Vec<&str> = parsed["claims"].as_array().expect("claims").iter().take(2).filter_map(|claim| claim["id"].as_str()).collect();
    let pairs = "{\"id\":\"1\",\"a\":\"Some 40 people were hurt.\",\"b\":{\"text\":\"85 people were hurt.\",\"outlet\":\"Herald\"}}\n";
    let claims = "id,text\n1,Some 40 people were hurt.\n2,85 people were hurt.\n";
    let table = std::env::temp_dir().join(format!("corroborate-schema-{}.csv", std::process::id())).to_string_lossy().into_owned();
    std::fs::write(&table, claims).expect("a temporary file");
    for (command, printed) in [
        ("extract", run(&["extract", story], "")),
        ("why", run(&["why", story, "--pair", ids[0], ids[1], "--format", "json"], "")),
        ("compare", run(&["compare", "-"], pairs)),
        ("group", run(&["group", "-"], claims)),
        ("search", run(&["search", "--claims", &table, "--queries", "-"], "{\"text\":\"85 people were hurt\"}\n")),
        ("reconcile", report),
    ] {
        let schema: Value = serde_json::from_str(&run(&["schema", command], "")).expect("a schema");
        assert!(!printed.trim().is_empty(), "{command}");
        for line in printed.lines() {
            let value: Value = serde_json::from_str(line).expect("JSON Lines");
            assert_eq!(faults(&schema, &schema, &value, command), Vec::<String>::new());
        }
    }
    let _ = std::fs::remove_file(&table);
}

#[test]
fn what_does_not_fit_is_found() {
    let schema: Value = serde_json::from_str(&run(&["schema", "group"], "")).expect("a schema");
    for (value, count) in
        [(serde_json::json!({"id": "1", "group": "g1"}), 0), (serde_json::json!({"id": 1}), 2), (serde_json::json!([]), 3)]
    {
        assert_eq!(faults(&schema, &schema, &value, "group").len(), count, "{value}");
    }
}

#[test]
fn every_command_that_prints_json_has_a_schema() {
    let all: Value = serde_json::from_str(&run(&["schema"], "")).expect("an object");
    let names: Vec<&String> = all.as_object().expect("an object").keys().collect();
    assert_eq!(names, ["compare", "config", "extract", "group", "reconcile", "search", "why"]);
}
