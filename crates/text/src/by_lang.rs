//! Something in a few languages, in their order. A portal of fifty thousand pages has hundreds of thousands of these, nearly
//! all of one or two entries, for each of which a tree would keep room for eleven.

use super::lang::Lang;

/// A value for each of some languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByLang<T>(Vec<(Lang, T)>);

impl<T> Default for ByLang<T> {
    fn default() -> Self {
        ByLang(Vec::new())
    }
}

impl<T> ByLang<T> {
    fn place(&self, lang: &Lang) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| own.cmp(lang))
    }

    /// The value of a language.
    pub fn get(&self, lang: &Lang) -> Option<&T> {
        self.get_key_value(lang).map(|(_, value)| value)
    }

    /// The same, with the language as it is here.
    pub fn get_key_value(&self, lang: &Lang) -> Option<(&Lang, &T)> {
        self.place(lang)
            .ok()
            .map(|at| (&self.0[at].0, &self.0[at].1))
    }

    /// Whether a language has a value.
    pub fn contains_key(&self, lang: &Lang) -> bool {
        self.place(lang).is_ok()
    }

    /// Gives a language a value, in place of the one that it had.
    pub fn insert(&mut self, lang: Lang, value: T) {
        match self.place(&lang) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => {
                // Rarely more than one comes.
                self.0.reserve_exact(1);
                self.0.insert(at, (lang, value));
            }
        }
    }

    /// Languages and values, in the order of the languages.
    pub fn iter(&self) -> impl Iterator<Item = (&Lang, &T)> {
        self.0.iter().map(|(lang, value)| (lang, value))
    }

    /// Returns the languages, in order.
    pub fn keys(&self) -> impl Iterator<Item = &Lang> {
        self.iter().map(|(lang, _)| lang)
    }

    /// The values, in the order of their languages, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// The values, in the order of their languages.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.iter().map(|(_, value)| value)
    }

    /// Whether no language has a value.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a, T> IntoIterator for &'a ByLang<T> {
    type Item = (&'a Lang, &'a T);
    type IntoIter =
        std::iter::Map<std::slice::Iter<'a, (Lang, T)>, fn(&'a (Lang, T)) -> (&'a Lang, &'a T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(lang, value)| (lang, value))
    }
}

impl<T> FromIterator<(Lang, T)> for ByLang<T> {
    fn from_iter<I: IntoIterator<Item = (Lang, T)>>(values: I) -> Self {
        let mut all = ByLang::default();
        values
            .into_iter()
            .for_each(|(lang, value)| all.insert(lang, value));
        all
    }
}

impl<T, const N: usize> From<[(Lang, T); N]> for ByLang<T> {
    fn from(values: [(Lang, T); N]) -> Self {
        values.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_stand_in_their_order_and_each_once() {
        let [en, es] = ["en", "es"].map(|tag| Lang::parse(tag).unwrap());
        let mut all = ByLang::from([(es.clone(), 1), (en.clone(), 2)]);
        all.insert(es.clone(), 3);
        assert_eq!(all.iter().collect::<Vec<_>>(), [(&en, &2), (&es, &3)]);
        assert_eq!(
            (all.get(&es), all.contains_key(&Lang::parse("fr").unwrap())),
            (Some(&3), false)
        );
    }
}
