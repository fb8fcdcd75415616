//! Reads the program's own code and counts in it what CONTRIBUTING's laws speak of.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};

/// Comment words that are counted, each with the sense in which it is too rare or too frequent.
pub(super) const WATCHED_WORDS: [&str; 4] = ["returns", "parses", "stand", "stands"];

/// A function with a body.
#[derive(Debug, Clone)]
pub(super) struct Function {
    /// File, from the folder that was read.
    pub file: String,
    /// Name, after its type's where it is a method: `Draft::under`.
    pub name: String,
    /// Line of `fn`, from 1.
    pub line: usize,
    /// Lines, signature and closing brace among them.
    pub lines: usize,
    /// Tokens of signature and body: words, signs and literals, each bracket one.
    pub tokens: usize,
}

/// A type that is declared.
#[derive(Debug, Clone)]
pub(super) struct TypeName {
    /// Its name.
    pub name: String,
    /// File, from the folder that was read.
    pub file: String,
}

/// What was counted in a folder of Rust files; tests at the foot of a file are left out.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// Files read.
    pub files: usize,
    /// Lines of them.
    pub lines: usize,
    /// Functions with a body.
    pub functions: Vec<Function>,
    /// Structs, enums, traits, unions and type aliases.
    pub types: Vec<TypeName>,
    /// Closures.
    pub closures: usize,
    /// `let`s.
    pub lets: usize,
    /// `let`s that name a closure.
    pub named_closures: usize,
    /// Types written as tuples of three or more.
    pub wide_tuples: usize,
    /// Items that are `pub`.
    pub public: usize,
    /// Items that are `pub(crate)` or public within a module.
    pub restricted: usize,
    /// Words of comments.
    pub comment_words: usize,
    /// How often each of [`WATCHED_WORDS`] occurs in comments.
    pub watched: BTreeMap<&'static str, usize>,
    /// Lines of comment inside functions.
    pub comments_inside: usize,
    /// Doc comments of at most four words.
    pub short_docs: usize,
}

/// Reads every Rust file under `folder`.
///
/// # Errors
/// Where a file cannot be read or is not Rust, its path and the reason.
pub(super) fn count(folder: &Path) -> Result<Counts, String> {
    let mut counts = Counts::default();
    for path in rust_files(folder) {
        let text =
            std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let name = path.strip_prefix(folder).unwrap_or(&path);
        let name = name.to_string_lossy().replace('\\', "/");
        counts
            .read(&name, &text)
            .map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(counts)
}

/// Returns the Rust files under `folder`, in order; files of tests alone are left out.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs"))
        .collect()
}

impl Counts {
    /// Adds what a file holds.
    ///
    /// # Errors
    /// Where the text is not Rust.
    pub(super) fn read(&mut self, file: &str, text: &str) -> syn::Result<()> {
        let code = text
            .split("\n#[cfg(test)]\nmod tests {")
            .next()
            .unwrap_or_default();
        let tree = syn::parse_file(code)?;
        self.files += 1;
        self.lines += code.lines().count();
        let first = self.functions.len();
        let mut reader = Reader {
            file,
            owner: None,
            counts: self,
        };
        reader.visit_file(&tree);
        self.read_comments(code, first);
        Ok(())
    }

    /// Counts in comments; functions from `first` on are those of this file.
    fn read_comments(&mut self, code: &str, first: usize) {
        let mut doc = Vec::new();
        for (number, line) in code.lines().enumerate() {
            let line = line.trim_start();
            let Some(comment) = line.strip_prefix("//") else {
                self.end_doc(&mut doc);
                continue;
            };
            let text = comment.trim_start_matches(['/', '!']);
            if comment.starts_with('/') {
                doc.push(text);
            } else if !comment.starts_with('!') {
                let number = number + 1;
                let within = |f: &Function| f.line < number && number < f.line + f.lines;
                let inside = self.functions[first..].iter().any(within);
                self.comments_inside += usize::from(inside);
            }
            for word in text.split_whitespace() {
                self.comment_words += 1;
                let word = word
                    .trim_matches(|c: char| !c.is_alphanumeric())
                    .to_lowercase();
                if let Some(watched) = WATCHED_WORDS.into_iter().find(|watched| *watched == word) {
                    *self.watched.entry(watched).or_default() += 1;
                }
            }
        }
        self.end_doc(&mut doc);
    }

    fn end_doc(&mut self, doc: &mut Vec<&str>) {
        let words = doc.iter().flat_map(|line| line.split_whitespace()).count();
        self.short_docs += usize::from(words > 0 && words <= 4);
        doc.clear();
    }

    /// Returns names that are given to several types, with the files of each.
    pub(super) fn names_of_several(&self) -> BTreeMap<&str, Vec<&str>> {
        let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for kind in &self.types {
            names.entry(&kind.name).or_default().push(&kind.file);
        }
        names.retain(|_, files| files.len() > 1);
        names
    }

    /// Returns the number of distinct names of types.
    pub(super) fn type_names(&self) -> usize {
        let mut names: Vec<&str> = self.types.iter().map(|kind| kind.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    }
}

/// Returns the number of tokens: a sign such as `::` or `=>` counts once, a group its two brackets and what is inside.
pub(super) fn weight(tokens: TokenStream) -> usize {
    tokens.into_iter().map(weight_of_token).sum()
}

fn weight_of_token(token: TokenTree) -> usize {
    match token {
        TokenTree::Group(group) => 2 + weight(group.stream()),
        // The first character of a longer sign, or the quote of a lifetime.
        TokenTree::Punct(sign) if sign.spacing() == Spacing::Joint => 0,
        _ => 1,
    }
}

struct Reader<'a> {
    file: &'a str,
    /// Type whose methods are read.
    owner: Option<String>,
    counts: &'a mut Counts,
}

impl Reader<'_> {
    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let line = signature.fn_token.span.start().line;
        let last = block.brace_token.span.close().end().line;
        let name = match &self.owner {
            Some(owner) => format!("{owner}::{}", signature.ident),
            None => signature.ident.to_string(),
        };
        self.counts.functions.push(Function {
            file: self.file.to_owned(),
            name,
            line,
            lines: last - line + 1,
            tokens: weight(signature.to_token_stream()) + weight(block.to_token_stream()),
        });
    }

    fn type_name(&mut self, name: &syn::Ident) {
        self.counts.types.push(TypeName {
            name: name.to_string(),
            file: self.file.to_owned(),
        });
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.function(&item.sig, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let outer = self.owner.take();
        if let syn::Type::Path(path) = &*item.self_ty {
            self.owner = path
                .path
                .segments
                .last()
                .map(|segment| segment.ident.to_string());
        }
        visit::visit_item_impl(self, item);
        self.owner = outer;
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.type_name(&item.ident);
        let outer = self.owner.replace(item.ident.to_string());
        visit::visit_item_trait(self, item);
        self.owner = outer;
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.type_name(&item.ident);
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.type_name(&item.ident);
        visit::visit_item_enum(self, item);
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.type_name(&item.ident);
        visit::visit_item_type(self, item);
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.counts.closures += 1;
        visit::visit_expr_closure(self, closure);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        self.counts.lets += 1;
        if local
            .init
            .as_ref()
            .is_some_and(|init| matches!(*init.expr, syn::Expr::Closure(_)))
        {
            self.counts.named_closures += 1;
        }
        visit::visit_local(self, local);
    }

    fn visit_type_tuple(&mut self, tuple: &'ast syn::TypeTuple) {
        self.counts.wide_tuples += usize::from(tuple.elems.len() > 2);
        visit::visit_type_tuple(self, tuple);
    }

    fn visit_visibility(&mut self, visibility: &'ast syn::Visibility) {
        match visibility {
            syn::Visibility::Public(_) => self.counts.public += 1,
            syn::Visibility::Restricted(_) => self.counts.restricted += 1,
            syn::Visibility::Inherited => {}
        }
    }
}
