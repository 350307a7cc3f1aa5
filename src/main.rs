//! The `corroborate` program.

mod cli;

/// Each core makes and gives back many small strings: this allocator does it without waiting for the other cores.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
