//! The day that an article's relative times count from.

use jiff::civil::Date;

use super::calendar;
use super::cursor::{self, Cursor};
use super::meaning::{CalendarDay, Year};
use crate::lexicon::Lexicon;
use crate::text::{Article, Paragraph, TokenKind, Zone};

/// How many paragraphs at the head, and at the foot, may hold the date line: headline, byline, credits and counters around it.
const HEAD: usize = 8;
const FOOT: usize = 4;

/// A line with at most this many words besides its date is a date line ("Published Feb. 14, 2022 - World").
const OTHER_WORDS: usize = 7;

/// A body paragraph may open with its date line within this many tokens: "KYIV, Feb. 14, 2022 (Agency) - ...".
const OPENING: usize = 10;

/// A full date at the head of the text, or else at its foot.
pub(super) fn written(article: &Article<'_>, lexicon: &Lexicon) -> Option<Date> {
    let paragraphs = article.paragraphs();
    let body = paragraphs.iter().position(|p| p.zone == Zone::Body).unwrap_or(0);
    let (head, rest) = paragraphs.split_at(paragraphs.len().min(HEAD));
    let foot = &rest[rest.len().saturating_sub(FOOT)..];
    let opening = head.iter().take(body + 1);
    head.iter()
        .find_map(|p| on_a_line(article, p, lexicon))
        .or_else(|| opening.into_iter().find_map(|p| at_the_opening(article, p, lexicon)))
        .or_else(|| foot.iter().rev().find_map(|p| on_a_line(article, p, lexicon)))
}

/// A paragraph that is a date and little else.
fn on_a_line(article: &Article<'_>, paragraph: &Paragraph, lexicon: &Lexicon) -> Option<Date> {
    let (first, last) = tokens(article, paragraph);
    let (date, from, to) = first_date(article, first, last.min(first + 40), lexicon)?;
    let words = |a: usize, b: usize| article.tokens()[a..b].iter().filter(|t| matches!(t.kind, TokenKind::Word)).count();
    let ends_as_sentence = article.tokens()[last - 1].kind == TokenKind::Stop;
    (!ends_as_sentence && words(first, from) + words(to, last) <= OTHER_WORDS).then_some(date)
}

/// "date 2022-01-28 In spite of ...", "KYIV, Feb. 14, 2022 (Agency) - ..."
fn at_the_opening(article: &Article<'_>, paragraph: &Paragraph, lexicon: &Lexicon) -> Option<Date> {
    let (first, last) = tokens(article, paragraph);
    let (date, from, to) = first_date(article, first, last.min(first + OPENING + 6), lexicon)?;
    let labelled = from == first + 1 && matches!(article.lower(first), "date" | "published" | "updated" | "posted");
    let labelled = labelled || (from == first + 2 && article.lower(first + 1) == ":");
    let mark = article.tokens().get(to).filter(|_| to < last).is_some_and(|t| matches!(t.kind, TokenKind::Dash | TokenKind::Open));
    let place = (first..from).all(|i| article.is_capital(i) || !article.tokens()[i].is_word());
    (from < first + OPENING && (labelled || (mark && place))).then_some(date)
}

fn tokens(article: &Article<'_>, paragraph: &Paragraph) -> (usize, usize) {
    (article.sentences()[paragraph.first].first, article.sentences()[paragraph.last - 1].last)
}

/// The first date with year, month and day between two tokens, and the tokens that it takes.
fn first_date(article: &Article<'_>, first: usize, last: usize, lexicon: &Lexicon) -> Option<(Date, usize, usize)> {
    let mut pieces = Vec::new();
    cursor::cut(article, first, last, lexicon.calendar(), &mut pieces);
    (0..pieces.len()).find_map(|at| {
        let (day, end) = calendar::calendar_day(Cursor::new(&pieces, at, lexicon.calendar()))?;
        let CalendarDay { year: Year::Written(year), month: Some(month), day: Some(day), .. } = day else { return None };
        let date = Date::new(year, month, day).ok()?;
        Some((date, pieces[at].token, end.previous()?.token + 1))
    })
}

#[cfg(test)]
mod tests {
    use crate::Document;
    use crate::extract::date::dateline;
    use crate::lexicon::Lexicon;
    use crate::text::Article;

    #[test]
    fn where_a_date_line_is_found() {
        let body = "The bridge was closed on Saturday after a crack was found, the city said.";
        for (name, text, want) in [
            ("a line over the body", format!("Bridge closed\n\nFeb 14, 2022 - World\n\n{body}"), Some("2022-02-14")),
            (
                "a line under a summary",
                format!("Bridge closed\n\nThe city looks for cracks.\n\nFebruary 14, 2022\n\n{body}"),
                Some("2022-02-14"),
            ),
            ("a label", format!("date 2022-01-28 {body}"), Some("2022-01-28")),
            ("an agency's line", format!("VELMOUTH, Feb. 14, 2022 (Northmark) - {body}"), Some("2022-02-14")),
            ("at the foot", format!("{body}\n\n{}\n\nPublished 14 February 2022", format!("{body}\n\n").repeat(9)), Some("2022-02-14")),
            ("without a year", format!("VELMOUTH, April 30 (Northmark) - {body}"), None),
            ("in the story", format!("Bridge closed\n\nIt was opened on Feb. 14, 2012, by the mayor.\n\n{body}"), None),
            ("in the body's first words", "On Feb. 14, 2012, the bridge was opened by the mayor.".to_owned(), None),
            ("no date", body.to_owned(), None),
        ] {
            let document = Document::new("x", text);
            let lexicon = Lexicon::english();
            let day = dateline(&document, &Article::new(&document.text, lexicon), lexicon);
            assert_eq!(day.map(|d| d.to_string()).as_deref(), want, "{name}");
        }
    }

    #[test]
    fn what_the_document_says_goes_first() {
        let document = Document::new("x", "Feb 14, 2022\n\nThe bridge was closed.").with_published("2022-02-15");
        let lexicon = Lexicon::english();
        let day = dateline(&document, &Article::new(&document.text, lexicon), lexicon);
        assert_eq!(day.map(|d| d.to_string()).as_deref(), Some("2022-02-15"));
    }
}
