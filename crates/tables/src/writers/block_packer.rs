//! ZIP archives whose entries are packed by all cores: an entry's bytes are cut into blocks of one size, which are deflated
//! side by side and written in their order. Where a block ends depends on nothing but the bytes, and so the archive is the
//! same on one core and on many.

use super::zip_headers::{LONG_FROM, ZipEntry, directory};
use flate2::{Compress, Compression, Crc, FlushCompress};
use std::collections::VecDeque;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use tragaluz_disk::DiskFile;

/// Bytes that are deflated together. A block knows nothing of the one before, which costs a thousandth at this length.
const BLOCK: usize = 512 * 1024;

/// How hard it is tried, of 9: markup is so much alike that trying harder takes longer than it saves.
const LEVEL: u32 = 4;

/// Threads that pack one archive, at most.
const MOST_THREADS: usize = 8;

/// The last block of a deflated stream, with nothing in it.
const LAST: [u8; 2] = [3, 0];

/// An archive being written to a file put aside. What is written goes to the entry begun last.
pub(crate) struct BlockPacker {
    out: BufWriter<DiskFile>,
    /// Bytes written so far.
    place: u64,
    entries: Vec<ZipEntry>,
    is_open: bool,
    crc: Crc,
    block: Vec<u8>,
    team: PackingTeam,
}

impl BlockPacker {
    /// Begins an archive.
    ///
    /// # Errors
    /// When there is no room for a file put aside.
    pub(crate) fn new() -> io::Result<BlockPacker> {
        Ok(BlockPacker {
            out: BufWriter::new(DiskFile::nameless()?),
            place: 0,
            entries: Vec::new(),
            is_open: false,
            crc: Crc::new(),
            block: Vec::new(),
            team: PackingTeam::new(rayon::current_num_threads().min(MOST_THREADS)),
        })
    }

    /// Begins an entry of at most so many bytes.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn entry(&mut self, name: &str, most_bytes: u64) -> io::Result<()> {
        self.end_entry()?;
        let entry = ZipEntry::deflated(name, self.place, most_bytes >= LONG_FROM);
        self.put(&entry.header()?)?;
        self.entries.push(entry);
        self.is_open = true;
        Ok(())
    }

    /// Writes a whole entry.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn whole(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.entry(name, text.len() as u64)?;
        self.write_all(text.as_bytes())
    }

    /// Writes a short entry as it is, for programs that look for it in the archive's first bytes.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn stored(&mut self, name: &str, text: &str) -> io::Result<()> {
        self.end_entry()?;
        let mut crc = Crc::new();
        crc.update(text.as_bytes());
        let entry = ZipEntry::stored(name, self.place, text.len() as u64, crc.sum());
        self.put(&entry.header()?)?;
        self.put(text.as_bytes())?;
        self.entries.push(entry);
        Ok(())
    }

    /// Closes the archive and copies it out.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn finish(mut self, out: &mut dyn Write) -> io::Result<()> {
        self.end_entry()?;
        let directory = directory(&self.entries, self.place);
        self.put(&directory)?;
        let mut whole = self.out.into_inner().map_err(|e| e.into_error())?;
        whole.rewind()?;
        io::copy(&mut whole, out).map(drop)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.place += bytes.len() as u64;
        self.out.write_all(bytes)
    }

    /// Hands a full block to the team, and writes what it has finished where it has enough to do.
    fn end_block(&mut self) -> io::Result<()> {
        let next = self.team.spare();
        let block = std::mem::replace(&mut self.block, next);
        self.team.give(block)?;
        while self.team.is_busy() {
            self.take_block()?;
        }
        Ok(())
    }

    /// Writes the block that was given first of those that are not yet written; says whether there was one.
    fn take_block(&mut self) -> io::Result<bool> {
        let Some(packed) = self.team.take()? else {
            return Ok(false);
        };
        self.crc.combine(&packed.crc);
        self.put(&packed.bytes)?;
        if let Some(entry) = self.entries.last_mut() {
            entry.size += packed.raw.len() as u64;
            entry.packed += packed.bytes.len() as u64;
        }
        self.team.keep(packed);
        Ok(true)
    }

    /// Writes what is left of the open entry, and its sizes where its header has room for them.
    fn end_entry(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.is_open) {
            return Ok(());
        }
        if !self.block.is_empty() {
            self.end_block()?;
        }
        while self.take_block()? {}
        self.put(&LAST)?;
        let crc = std::mem::replace(&mut self.crc, Crc::new()).sum();
        if let Some(entry) = self.entries.last_mut() {
            entry.packed += LAST.len() as u64;
            entry.crc = crc;
            let header = entry.header()?;
            self.out.seek(SeekFrom::Start(entry.place))?;
            self.out.write_all(&header)?;
            self.out.seek(SeekFrom::Start(self.place))?;
        }
        Ok(())
    }
}

impl Write for BlockPacker {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let fitting = bytes.len().min(BLOCK - self.block.len());
        self.block.extend_from_slice(&bytes[..fitting]);
        if self.block.len() == BLOCK {
            self.end_block()?;
        }
        Ok(fitting)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A block as it came, and as it is in the archive.
struct PackedBlock {
    raw: Vec<u8>,
    bytes: Vec<u8>,
    crc: Crc,
}

/// A block to be deflated, and where the outcome goes.
struct BlockTask {
    raw: Vec<u8>,
    bytes: Vec<u8>,
    outcome: SyncSender<io::Result<PackedBlock>>,
}

/// The blocks that are being deflated, in their order. Threads are begun when a second block comes: small archives are
/// packed without any.
struct PackingTeam {
    threads: usize,
    tasks: Option<Sender<BlockTask>>,
    given: VecDeque<Receiver<io::Result<PackedBlock>>>,
    /// Memory of blocks that are written.
    spare: Vec<Vec<u8>>,
    count: usize,
    own: Compress,
}

impl PackingTeam {
    fn new(threads: usize) -> PackingTeam {
        PackingTeam {
            threads,
            tasks: None,
            given: VecDeque::new(),
            spare: Vec::new(),
            count: 0,
            own: compressor(),
        }
    }

    /// Returns memory for a block.
    fn spare(&mut self) -> Vec<u8> {
        self.spare.pop().unwrap_or_default()
    }

    /// Keeps the memory of a block that is written.
    fn keep(&mut self, block: PackedBlock) {
        for mut memory in [block.raw, block.bytes] {
            memory.clear();
            self.spare.push(memory);
        }
    }

    /// Whether no more blocks should be given before one is taken.
    fn is_busy(&self) -> bool {
        self.given.len() >= 2 * self.threads
    }

    fn give(&mut self, raw: Vec<u8>) -> io::Result<()> {
        self.count += 1;
        if self.count == 2 && self.threads > 1 {
            self.begin();
        }
        let bytes = self.spare();
        let (outcome, to_take) = sync_channel(1);
        self.given.push_back(to_take);
        let task = BlockTask {
            raw,
            bytes,
            outcome,
        };
        let left = match &self.tasks {
            Some(tasks) => tasks.send(task).err().map(|unsent| unsent.0),
            None => Some(task),
        };
        if let Some(task) = left {
            do_task(&mut self.own, task);
        }
        Ok(())
    }

    /// Takes the outcome of the block given first; none where all are taken.
    fn take(&mut self) -> io::Result<Option<PackedBlock>> {
        let gone = |_| io::Error::other("a thread that packed an archive ended early");
        let first = self.given.pop_front();
        first
            .map(|outcome| outcome.recv().map_err(gone)?)
            .transpose()
    }

    fn begin(&mut self) {
        let (tasks, queue) = channel::<BlockTask>();
        let queue = Arc::new(Mutex::new(queue));
        let mut are_there = false;
        for _ in 0..self.threads {
            let queue = Arc::clone(&queue);
            let thread = std::thread::Builder::new().spawn(move || work(&queue));
            are_there |= thread.is_ok();
        }
        self.tasks = are_there.then_some(tasks);
    }
}

/// Deflates blocks until there will be no more.
fn work(queue: &Mutex<Receiver<BlockTask>>) {
    let mut compressor = compressor();
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(task) = next else { return };
        do_task(&mut compressor, task);
    }
}

fn compressor() -> Compress {
    Compress::new(Compression::new(LEVEL), false)
}

fn do_task(compressor: &mut Compress, task: BlockTask) {
    let packed = pack(compressor, task.raw, task.bytes);
    // Nobody waits for it any more where the archive was given up.
    let _ = task.outcome.send(packed);
}

/// Deflates a block into `bytes`, up to the end of a byte, so that another one can follow.
fn pack(compressor: &mut Compress, raw: Vec<u8>, mut bytes: Vec<u8>) -> io::Result<PackedBlock> {
    compressor.reset();
    let mut done = 0;
    loop {
        bytes.reserve(BLOCK / 8);
        compressor
            .compress_vec(&raw[done..], &mut bytes, FlushCompress::Sync)
            .map_err(io::Error::other)?;
        done = usize::try_from(compressor.total_in()).unwrap_or(usize::MAX);
        if done >= raw.len() && bytes.len() < bytes.capacity() {
            break;
        }
    }
    let mut crc = Crc::new();
    crc.update(&raw);
    Ok(PackedBlock { raw, bytes, crc })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};
    use zip::ZipArchive;

    /// Three entries, of which the second is of many blocks.
    fn packed(threads: usize, long: u64) -> Vec<u8> {
        let mut packer = BlockPacker::new().unwrap();
        packer.team = PackingTeam::new(threads);
        packer.stored("mimetype", "application/x").unwrap();
        packer.entry("a.txt", long).unwrap();
        for number in 0..400_000 {
            writeln!(packer, "{number}").unwrap();
        }
        packer.whole("empty", "").unwrap();
        packer.whole("b.txt", "abc").unwrap();
        let mut out = Vec::new();
        packer.finish(&mut out).unwrap();
        out
    }

    #[test]
    fn one_thread_and_many_write_the_same_archive() {
        let one = packed(1, 0);
        assert!(one == packed(3, 0), "threads changed the archive");
        assert_eq!(&one[30..51], b"mimetypeapplication/x");
        let lines: String = (0..400_000).map(|n| format!("{n}\n")).collect();
        assert!(lines.len() > 4 * BLOCK);
        for archive in [one, packed(2, LONG_FROM)] {
            let mut archive = ZipArchive::new(Cursor::new(archive)).unwrap();
            for (name, wanted) in [
                ("mimetype", "application/x"),
                ("a.txt", lines.as_str()),
                ("empty", ""),
                ("b.txt", "abc"),
            ] {
                let mut text = String::new();
                // The sum of each entry is held against its bytes by who reads them.
                let mut entry = archive.by_name(name).unwrap();
                entry.read_to_string(&mut text).unwrap();
                assert!(text == wanted, "{name}");
                assert_eq!(entry.size(), wanted.len() as u64, "{name}");
            }
        }
    }

    #[test]
    fn bytes_without_order_come_back() {
        let mut state = 1_u64;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            state.to_le_bytes()[7]
        })
        .take(BLOCK + 10)
        .collect();
        let mut packer = BlockPacker::new().unwrap();
        packer.entry("noise", 0).unwrap();
        packer.write_all(&noise).unwrap();
        let mut out = Vec::new();
        packer.finish(&mut out).unwrap();
        let mut archive = ZipArchive::new(Cursor::new(out)).unwrap();
        let mut back = Vec::new();
        let mut entry = archive.by_name("noise").unwrap();
        entry.read_to_end(&mut back).unwrap();
        assert!(back == noise);
    }
}
