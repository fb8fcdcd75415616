//! Sessions at a console: each file under `tests/cli/` is run and compared, line by line.

#[test]
fn sessions() {
    trycmd::TestCases::new().env("LC_ALL", "en_US.UTF-8").env("NO_COLOR", "1").case("tests/cli/*.md");
}
