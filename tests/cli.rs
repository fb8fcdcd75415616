//! Sessions at a console: each file under `tests/cli/` is run and compared, line by line.

#[test]
fn sessions() {
    trycmd::TestCases::new().env("LC_ALL", "en_US.UTF-8").env("NO_COLOR", "1").case("tests/cli/*.md");
}

/// Whoever reads may have had enough, as in `| head -1`.
#[test]
fn a_closed_pipe_is_no_fault() {
    use std::io::Read;
    use std::process::{Command, Stdio};
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("many.csv");
    let rows: String = (0..60_000).map(|n| format!("{n},a word\n")).collect();
    std::fs::write(&file, format!("number,word\n{rows}")).unwrap();
    for format in ["csv", "json", "xlsx"] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tragaluz"));
        program.arg("convert").arg(&file).args(["-", "--to", format]);
        let mut running = program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0];
        running.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let ended = running.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{format}");
        assert!(ended.status.success(), "{format}: {}", ended.status);
    }
}
