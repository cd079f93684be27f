//! Channels (kênh, hình thức): by which way something is published.

/// By which way something is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// Tin, bài trên cổng thông tin.
    Article,
    /// Fanpage, mạng xã hội.
    Social,
    /// Zalo.
    Zalo,
    /// Phát thanh, loa truyền thanh.
    Radio,
    /// Băng rôn, áp phích.
    Poster,
    /// Tờ rơi, tờ gấp.
    Leaflet,
    /// Hội nghị, buổi họp.
    Meeting,
    /// Báo, tạp chí.
    Newspaper,
    /// Truyền hình.
    Television,
    /// Hình thức khác.
    Other,
}

impl Channel {
    /// Every channel, in the order of the table.
    pub const ALL: [Self; 10] = [
        Self::Article,
        Self::Social,
        Self::Zalo,
        Self::Radio,
        Self::Poster,
        Self::Leaflet,
        Self::Meeting,
        Self::Newspaper,
        Self::Television,
        Self::Other,
    ];

    /// The word in the database, in forms and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Social => "social",
            Self::Zalo => "zalo",
            Self::Radio => "radio",
            Self::Poster => "poster",
            Self::Leaflet => "leaflet",
            Self::Meeting => "meeting",
            Self::Newspaper => "newspaper",
            Self::Television => "television",
            Self::Other => "other",
        }
    }

    /// Reads the word.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }

    /// Key of its name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Article => "channel-article",
            Self::Social => "channel-social",
            Self::Zalo => "channel-zalo",
            Self::Radio => "channel-radio",
            Self::Poster => "channel-poster",
            Self::Leaflet => "channel-leaflet",
            Self::Meeting => "channel-meeting",
            Self::Newspaper => "channel-newspaper",
            Self::Television => "channel-television",
            Self::Other => "channel-other",
        }
    }

    /// Key of what its copies are: bản, lượt phát, bài.
    pub const fn measure(self) -> &'static str {
        match self {
            Self::Article | Self::Newspaper => "copies-articles",
            Self::Social | Self::Zalo => "copies-posts",
            Self::Radio | Self::Television => "copies-broadcasts",
            Self::Poster | Self::Leaflet => "copies-pieces",
            Self::Meeting => "copies-meetings",
            Self::Other => "copies-times",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_channel_reads_its_own_word() {
        for channel in Channel::ALL {
            assert_eq!(Channel::read(channel.code()), Some(channel));
        }
        assert_eq!(Channel::read("telegraph"), None);
    }
}
