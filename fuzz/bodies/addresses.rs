//! `addresses.txt`, the list of what was published.
use super::folder;
use tragaluz::source::address_list::AddressList;

/// Fails where what must hold does not.
pub fn run(bytes: &[u8]) {
    let root = folder::own();
    folder::write(&root, "addresses.txt", bytes);
    if let Ok(list) = AddressList::read(&root) {
        assert!(list.addresses().iter().all(|address| !address.is_empty()));
    }
}
