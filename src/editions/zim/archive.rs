//! The ZIM format, version 6.1 (<https://wiki.openzim.org/wiki/ZIM_file_format>): entries by namespace and path, their
//! contents in clusters, and an MD5 over it all.
//!
//! Contents are written first, to a file aside, for the places of clusters are before them; nothing is held in memory
//! but the names of entries.

use super::cluster_cache::{ClusterCache, ClusterHash, ClusterLocations, hash_of};
use crate::stage::HashingWriter;
use md5::Md5;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::io::{self, BufWriter, Read, Seek, Write};
use tragaluz_disk::DiskFile;

/// What is in a file's first bytes.
const MAGIC: u32 = 72_173_914;

const HEADER: u64 = 80;

/// What stands for an entry that is not there.
const NONE: u32 = u32::MAX;

/// The media type of an entry that leads to another one.
const REDIRECT: u16 = 0xffff;

/// Bytes of contents after which a cluster ends: what a reader unpacks to show one page.
const CLUSTER: u64 = 1 << 20;

/// Contents of a usual cluster.
const USUAL: u64 = 64;

/// Full clusters that are compressed side by side.
const TOGETHER: usize = 8;

/// As far as the libraries of small readers unpack quickly.
const LEVEL: i32 = 9;

/// A count as the format has it. So many entries have no names.
fn counted(n: usize) -> u32 {
    u32::try_from(n).expect("fewer than four thousand million")
}

/// What readers find by a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ZimEntry {
    /// `C` content, `M` metadata, `W` well-known entries, `X` listings.
    pub(crate) namespace: u8,
    pub(crate) path: String,
    /// Its title; empty where it is its path.
    pub(crate) title: String,
    pub(crate) holds: EntryContent,
}

impl ZimEntry {
    /// Returns the title by which listings sort the entry: its path where it has none.
    fn shown_title(&self) -> &str {
        if self.title.is_empty() {
            &self.path
        } else {
            &self.title
        }
    }
}

/// What an entry leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum EntryContent {
    /// A content: the media type's place in the list, the cluster, and the place in it.
    Content(u16, u32, u32),
    /// Another entry's namespace and path.
    Other(u8, String),
}

/// Contents on their way into clusters.
pub(crate) struct Clusters {
    out: BufWriter<DiskFile>,
    /// Where each cluster begins, in the file put aside.
    starts: Vec<u64>,
    /// Contents of the cluster that is being filled: those that are compressed, and those that are so already.
    open: [Vec<Vec<u8>>; 2],
    numbers: [Option<u32>; 2],
    /// Clusters that are full: they are compressed side by side.
    full: Vec<FullCluster>,
    previous: ClusterCache,
    compressed: Vec<CompressedCluster>,
}

/// A cluster that was compressed.
struct CompressedCluster {
    /// The hash of its contents, by which the next edition finds it.
    hash: ClusterHash,
    /// Its number in the list of clusters.
    number: u32,
    bytes: u64,
}

/// A full cluster: its number, its contents, and whether these are compressed already.
struct FullCluster {
    number: u32,
    packed: bool,
    sizes: Vec<u64>,
    whole: Vec<u8>,
}

/// A cluster's bytes, and where they were compressed the hash of what is in it.
struct PackedCluster {
    hash: Option<ClusterHash>,
    bytes: Vec<u8>,
}

impl FullCluster {
    /// Returns the cluster's bytes, from the last edition where it holds the same.
    fn pack(&self, previous: &ClusterCache) -> io::Result<PackedCluster> {
        let hash = (!self.packed).then(|| hash_of(&self.sizes, &self.whole));
        let known = hash.as_ref().and_then(|hash| previous.find(hash));
        let bytes = match known {
            Some(bytes) => bytes,
            None => {
                let mut bytes = Vec::new();
                cluster(
                    self.packed,
                    &self.sizes,
                    &mut self.whole.as_slice(),
                    &mut bytes,
                )?;
                bytes
            }
        };
        Ok(PackedCluster { hash, bytes })
    }
}

impl Clusters {
    /// Begins in a file put aside.
    pub(crate) fn new(aside: DiskFile, previous: ClusterCache) -> Clusters {
        Clusters {
            out: BufWriter::new(aside),
            starts: Vec::new(),
            open: Default::default(),
            numbers: [None; 2],
            full: Vec::new(),
            previous,
            compressed: Vec::new(),
        }
    }

    /// Puts a content into a cluster; gives its cluster and its place there. `packed` ones are not compressed again.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn add(
        &mut self,
        packed: bool,
        bytes: u64,
        from: &mut dyn Read,
    ) -> io::Result<(u32, u32)> {
        if bytes > CLUSTER {
            // One by itself, which passes by without being held.
            let number = self.reserve();
            self.flush()?;
            self.starts[number as usize] = self.stream(packed, bytes, from)?;
            return Ok((number, 0));
        }
        let which = usize::from(packed);
        let full: u64 = self.open[which]
            .iter()
            .map(|content| content.len() as u64)
            .sum();
        if full + bytes > CLUSTER {
            self.end(which)?;
        }
        let number = match self.numbers[which] {
            Some(number) => number,
            None => *self.numbers[which].insert(counted(self.starts.len())),
        };
        if number as usize == self.starts.len() {
            self.starts.push(0);
        }
        let mut content = Vec::with_capacity(usize::try_from(bytes).unwrap_or_default());
        from.read_to_end(&mut content)?;
        self.open[which].push(content);
        Ok((number, counted(self.open[which].len() - 1)))
    }

    /// Ends the cluster that is being filled after this path where its letters say so: they and not the sizes decide, so
    /// that what follows a page that grew stays in the same clusters.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn part(&mut self, path: &str) -> io::Result<()> {
        let ends = u64::from(Sha256::digest(path)[0]) < 256 / USUAL;
        if ends { self.end(0) } else { Ok(()) }
    }

    fn reserve(&mut self) -> u32 {
        self.starts.push(0);
        counted(self.starts.len() - 1)
    }

    fn end(&mut self, which: usize) -> io::Result<()> {
        let Some(number) = self.numbers[which].take() else {
            return Ok(());
        };
        let contents = std::mem::take(&mut self.open[which]);
        let sizes: Vec<u64> = contents
            .iter()
            .map(|content| content.len() as u64)
            .collect();
        self.full.push(FullCluster {
            number,
            packed: which == 1,
            sizes,
            whole: contents.concat(),
        });
        if self.full.len() < TOGETHER {
            Ok(())
        } else {
            self.flush()
        }
    }

    /// Writes the clusters that are full, compressed side by side.
    fn flush(&mut self) -> io::Result<()> {
        let full = std::mem::take(&mut self.full);
        let ready: Vec<PackedCluster> = full
            .par_iter()
            .map(|cluster| cluster.pack(&self.previous))
            .collect::<io::Result<_>>()?;
        for (cluster, packed) in full.iter().zip(ready) {
            self.starts[cluster.number as usize] = self.out.stream_position()?;
            self.out.write_all(&packed.bytes)?;
            let bytes = packed.bytes.len() as u64;
            self.compressed
                .extend(packed.hash.map(|hash| CompressedCluster {
                    hash,
                    number: cluster.number,
                    bytes,
                }));
        }
        Ok(())
    }

    /// Writes a cluster of one large content; gives where it begins.
    fn stream(&mut self, packed: bool, bytes: u64, from: &mut dyn Read) -> io::Result<u64> {
        let start = self.out.stream_position()?;
        cluster(packed, &[bytes], from, &mut self.out)?;
        Ok(start)
    }

    /// Ends what is open.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn finish(mut self) -> io::Result<WrittenClusters> {
        self.end(0)?;
        self.end(1)?;
        self.flush()?;
        let mut file = self.out.into_inner()?;
        file.rewind()?;
        Ok(WrittenClusters {
            file,
            starts: self.starts,
            compressed: self.compressed,
        })
    }
}

/// Clusters in the file put aside.
pub(crate) struct WrittenClusters {
    file: DiskFile,
    /// Where each cluster begins in it.
    starts: Vec<u64>,
    compressed: Vec<CompressedCluster>,
}

/// Writes a cluster: how it is compressed, where its contents begin, and these.
fn cluster(
    packed: bool,
    sizes: &[u64],
    from: &mut dyn Read,
    out: &mut dyn Write,
) -> io::Result<()> {
    let long = sizes.iter().sum::<u64>() > u64::from(u32::MAX) / 2;
    let info = if packed { 1 } else { 5 } | if long { 0x10 } else { 0 };
    out.write_all(&[info])?;
    if packed {
        return contents(sizes, long, from, out);
    }
    let mut zstd = zstd::Encoder::new(out, LEVEL)?;
    contents(sizes, long, from, &mut zstd)?;
    zstd.finish().map(drop)
}

/// The places of contents, counted from the first of these numbers, and the contents.
fn contents(sizes: &[u64], long: bool, from: &mut dyn Read, out: &mut dyn Write) -> io::Result<()> {
    let width = if long { 8 } else { 4 };
    let mut place = (sizes.len() as u64 + 1) * width;
    for at in 0..=sizes.len() {
        if long {
            out.write_all(&place.to_le_bytes())?;
        } else {
            out.write_all(
                &u32::try_from(place)
                    .map_err(io::Error::other)?
                    .to_le_bytes(),
            )?;
        }
        place += sizes.get(at).copied().unwrap_or_default();
    }
    let copied = io::copy(from, out)?;
    // A file that changed while it was read would shift all the others.
    if copied == sizes.iter().sum::<u64>() {
        Ok(())
    } else {
        Err(io::Error::other("a file changed its size"))
    }
}

/// Everything that is written besides the clusters.
pub(crate) struct ZimArchive {
    /// A number that no other edition has.
    pub(crate) uuid: [u8; 16],
    pub(crate) types: Vec<String>,
    /// Entries in the order of namespace and path.
    pub(crate) entries: Vec<ZimEntry>,
    /// The path of the first page, in the namespace `W`.
    pub(crate) main: String,
}

impl ZimArchive {
    /// The place of an entry.
    pub(crate) fn place(&self, namespace: u8, path: &str) -> Option<u32> {
        let found = self
            .entries
            .binary_search_by(|e| (e.namespace, e.path.as_str()).cmp(&(namespace, path)));
        found.ok().map(counted)
    }

    /// Places of entries in the order of their titles.
    pub(crate) fn by_title(&self, wanted: impl Fn(&ZimEntry) -> bool) -> Vec<u32> {
        let mut places: Vec<u32> = (0..counted(self.entries.len()))
            .filter(|at| wanted(&self.entries[*at as usize]))
            .collect();
        places.sort_by_key(|at| {
            let entry = &self.entries[*at as usize];
            (
                entry.namespace,
                entry.shown_title().to_owned(),
                entry.path.clone(),
            )
        });
        places
    }

    /// Writes the file, and returns where each compressed cluster is in it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn write(
        &self,
        mut clusters: WrittenClusters,
        out: &mut dyn Write,
    ) -> io::Result<ClusterLocations> {
        let layout = Layout::of(self, &clusters)?;
        let mut out = HashingWriter::<_, Md5>::new(out);
        layout.write_header(self, &mut out)?;
        layout.write_lists(self, &clusters, &mut out)?;
        io::copy(&mut clusters.file, &mut out)?;
        let (out, sum) = out.finish();
        out.write_all(&sum)?;
        Ok(layout.locations(&clusters))
    }

    /// Returns the list of media types, each with a NUL after it, and one more at its end.
    fn type_list(&self) -> Vec<u8> {
        let types = self.types.iter();
        let mut list: Vec<u8> = types.flat_map(|t| [t.as_bytes(), &[0]].concat()).collect();
        list.push(0);
        list
    }

    fn entry(&self, entry: &ZimEntry) -> Vec<u8> {
        let mut out = Vec::new();
        let media_type = if let EntryContent::Content(media_type, ..) = entry.holds {
            media_type
        } else {
            REDIRECT
        };
        out.extend(media_type.to_le_bytes());
        out.extend([0, entry.namespace]);
        out.extend(0_u32.to_le_bytes());
        match &entry.holds {
            EntryContent::Content(_, cluster, place) => {
                out.extend(cluster.to_le_bytes());
                out.extend(place.to_le_bytes());
            }
            EntryContent::Other(namespace, path) => {
                out.extend(self.place(*namespace, path).unwrap_or(NONE).to_le_bytes());
            }
        }
        for text in [&entry.path, &entry.title] {
            out.extend(text.bytes().filter(|b| *b != 0));
            out.push(0);
        }
        out
    }
}

/// Where each part of the file begins, in its order: header, media types, entries, the lists of paths, titles and
/// clusters, clusters, and the sum.
struct Layout {
    types: Vec<u8>,
    entries: Vec<Vec<u8>>,
    cluster_count: u32,
    paths_at: u64,
    titles_at: u64,
    starts_at: u64,
    clusters_at: u64,
    sum_at: u64,
}

impl Layout {
    fn of(archive: &ZimArchive, clusters: &WrittenClusters) -> io::Result<Layout> {
        let types = archive.type_list();
        let entries: Vec<Vec<u8>> = archive.entries.iter().map(|e| archive.entry(e)).collect();
        let entry_bytes: u64 = entries.iter().map(|e| e.len() as u64).sum();
        let paths_at = HEADER + types.len() as u64 + entry_bytes;
        let titles_at = paths_at + 8 * entries.len() as u64;
        let starts_at = titles_at + 4 * entries.len() as u64;
        let clusters_at = starts_at + 8 * clusters.starts.len() as u64;
        Ok(Layout {
            types,
            entries,
            cluster_count: counted(clusters.starts.len()),
            paths_at,
            titles_at,
            starts_at,
            clusters_at,
            sum_at: clusters_at + clusters.file.metadata()?.len(),
        })
    }

    /// Writes the header, 80 bytes: magic number, version, UUID, counts, places, first page, place of the sum.
    fn write_header(&self, archive: &ZimArchive, out: &mut dyn Write) -> io::Result<()> {
        for number in [MAGIC, 6 | 1 << 16] {
            out.write_all(&number.to_le_bytes())?;
        }
        out.write_all(&archive.uuid)?;
        for number in [counted(self.entries.len()), self.cluster_count] {
            out.write_all(&number.to_le_bytes())?;
        }
        for place in [self.paths_at, self.titles_at, self.starts_at, HEADER] {
            out.write_all(&place.to_le_bytes())?;
        }
        let main = archive.place(b'W', &archive.main).unwrap_or(NONE);
        // No page describes the layout of the others.
        for number in [main, NONE] {
            out.write_all(&number.to_le_bytes())?;
        }
        out.write_all(&self.sum_at.to_le_bytes())
    }

    /// Writes media types and entries, then where entries are, by path and by title, and where clusters are.
    fn write_lists(
        &self,
        archive: &ZimArchive,
        clusters: &WrittenClusters,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        out.write_all(&self.types)?;
        let mut place = HEADER + self.types.len() as u64;
        for entry in &self.entries {
            out.write_all(entry)?;
        }
        for entry in &self.entries {
            out.write_all(&place.to_le_bytes())?;
            place += entry.len() as u64;
        }
        for index in archive.by_title(|_| true) {
            out.write_all(&index.to_le_bytes())?;
        }
        for start in &clusters.starts {
            out.write_all(&(self.clusters_at + start).to_le_bytes())?;
        }
        Ok(())
    }

    /// Returns where each compressed cluster is in the file.
    fn locations(&self, clusters: &WrittenClusters) -> ClusterLocations {
        let compressed = clusters.compressed.iter().map(|cluster| {
            let start = self.clusters_at + clusters.starts[cluster.number as usize];
            (cluster.hash, (start, cluster.bytes))
        });
        ClusterLocations(compressed.collect())
    }
}
