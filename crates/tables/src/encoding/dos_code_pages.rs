//! Code pages of DOS, which the web does not know.

/// A code page of DOS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodePage {
    /// 437, of the first machines.
    American,
    /// 850, of western Europe and Latin America.
    Western,
    /// 852, of central Europe.
    Central,
    /// 860, of Portugal.
    Portuguese,
}

impl CodePage {
    /// Every code page that is told apart.
    pub(crate) const ALL: [CodePage; 4] = [
        CodePage::American,
        CodePage::Western,
        CodePage::Central,
        CodePage::Portuguese,
    ];

    /// Its name in the IANA's register.
    pub(crate) fn name(self) -> &'static str {
        match self {
            CodePage::American => "IBM437",
            CodePage::Western => "IBM850",
            CodePage::Central => "IBM852",
            CodePage::Portuguese => "IBM860",
        }
    }

    /// The code page that is declared in these words: `IBM850`, `cp850`, `850`, `ibm-850`.
    pub(crate) fn by_label(label: &str) -> Option<CodePage> {
        let letters: String = label
            .chars()
            .filter(char::is_ascii_alphabetic)
            .collect::<String>()
            .to_ascii_lowercase();
        let is_page = matches!(
            letters.as_str(),
            "" | "ibm" | "cp" | "dos" | "oem" | "csibm" | "cspc"
        );
        CodePage::ALL
            .into_iter()
            .find(|page| is_page && digits(page.name()).eq(digits(label)))
    }

    /// The characters of the bytes from 0x80.
    pub(crate) fn upper_half(self) -> Vec<char> {
        let half = match self {
            CodePage::American => AMERICAN,
            CodePage::Western => WESTERN,
            CodePage::Central => CENTRAL,
            CodePage::Portuguese => PORTUGUESE,
        };
        half.chars().collect()
    }
}

/// The upper half of code page 437.
const AMERICAN: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ",
    "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀",
    "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
);
/// The upper half of code page 850.
const WESTERN: &str = concat!(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ",
    "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐",
    "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀",
    "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
);
/// The upper half of code page 852.
const CENTRAL: &str = concat!(
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č",
    "áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐",
    "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀",
    "ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}",
);
/// The upper half of code page 860.
const PORTUGUESE: &str = concat!(
    "ÇüéâãàÁçêÊèÍÔìÃÂÉÀÈôõòÚùÌÕÜ¢£Ù₧Ó",
    "áíóúñÑªº¿Ò¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐",
    "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀",
    "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
);

fn digits(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_whole_and_known_by_their_names() {
        for page in CodePage::ALL {
            assert_eq!(page.upper_half().len(), 128, "{}", page.name());
            assert_eq!(CodePage::by_label(page.name()), Some(page));
        }
        assert_eq!(CodePage::by_label("cp850"), Some(CodePage::Western));
        assert_eq!(CodePage::by_label("852"), Some(CodePage::Central));
        assert_eq!(CodePage::by_label("windows-1252"), None);
    }
}
