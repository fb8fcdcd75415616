//! Names of resources: usable in addresses, and each a dataset's only one.

use super::dataset::Resource;
use crate::diag::{Diagnostic, Sink, codes};
use crate::source::litter;
use crate::text::slug::{check_id, slug};
use std::collections::BTreeMap;

/// Names of files that every dataset has beside those of its resources.
const OWN_NAMES: &[&str] = &["datapackage", "profile", "croissant", "feed"];

/// A resource's name becomes a file's name: it must be usable, and there may not be two. Where names that files gave meet,
/// each gets the folder that its file is in, and then its ending, so that none depends on the order of the others and
/// an address never leads to other data because a file came or went.
pub(crate) fn unique_names(resources: &mut [Resource], sink: &mut Sink) {
    for resource in resources.iter_mut() {
        make_usable(&mut resource.name);
    }
    // A text beside the data gives way to a table.
    rename_meeting(
        resources,
        |resource| resource.as_received && !resource.is_named,
        |resource| format!("text-{}", name_with_ending(resource)),
    );
    // Where one ending is a part of another (`x.shp`, `x.shp.xml`), the second look tells them apart.
    for name in [name_with_folder, name_with_ending, name_with_ending] {
        rename_meeting(resources, |resource| !resource.is_named, name);
    }
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for at in 0..resources.len() {
        let Some(before) = first.insert(resources[at].name.clone(), at) else {
            continue;
        };
        let (id, other) = (resources[at].name.clone(), resources[before].path.clone());
        let finding = Diagnostic::new(&codes::REPEATED_ID).at(resources[at].place.clone());
        sink.push(finding.arg("id", &id).arg("other", other));
        // No page is made after an error; but others find each table under a name of its own.
        resources[at].name = format!("{id}-{at}");
    }
}

/// Gives another name to resources whose name is another one's too.
fn rename_meeting(
    resources: &mut [Resource],
    is_free: impl Fn(&Resource) -> bool,
    name: impl Fn(&Resource) -> String,
) {
    for at in meeting(resources) {
        if is_free(&resources[at]) {
            resources[at].name = name(&resources[at]);
            make_usable(&mut resources[at].name);
        }
    }
}

fn make_usable(name: &mut String) {
    if check_id(name).is_err() || OWN_NAMES.contains(&name.as_str()) {
        *name = format!("data-{name}").trim_end_matches('-').to_owned();
    }
}

/// The places of resources whose name another one has too.
fn meeting(resources: &[Resource]) -> Vec<usize> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, resource) in resources.iter().enumerate() {
        places.entry(&resource.name).or_default().push(at);
    }
    places
        .into_values()
        .filter(|places| places.len() > 1)
        .flatten()
        .collect()
}

/// The path below the dataset's folder, `data/NAME/`.
fn own_path(resource: &Resource) -> &str {
    resource
        .path
        .splitn(3, '/')
        .nth(2)
        .unwrap_or(&resource.path)
}

fn name_with_folder(resource: &Resource) -> String {
    slug(litter::stem(own_path(resource)))
}

fn name_with_ending(resource: &Resource) -> String {
    slug(own_path(resource))
}
