use tragaluz::diag::{Sink, Speech, show};
fn main() {
    let mut sink = Sink::new();
    let source = tragaluz::source::read(std::path::Path::new("."), &mut sink).unwrap();
    let _portal = tragaluz::model::gather(&source, &mut sink);
    let speech = Speech::for_locale("en");
    show::by_id("text").unwrap().show(&sink.into_sorted(), &speech, &mut std::io::stdout()).unwrap();
}
