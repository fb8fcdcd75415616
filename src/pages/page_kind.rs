//! The list of the kinds of page. A new kind is a folder beside this file, and a line here.

/// Calls a macro with every kind: its name, and the type in its folder that tells everything else about it.
macro_rules! each_page_kind {
    ($macro:ident) => {
        $macro! {
            Home = home::HomePages,
            Commitment = commitment::CommitmentPages,
            Report = report::ReportPages,
            ActionPlan = action_plan::ActionPlanPages,
            Initiative = initiative::InitiativePages,
            Declared = declared::DeclaredPages,
            Dataset = dataset::DatasetPages,
            Table = table::TablePages,
            Dictionary = dictionary::DictionaryPages,
            Series = series::SeriesPages,
            Rows = rows::RowsPages,
            CommitmentList = lists::CommitmentListPages,
            ReportList = lists::ReportListPages,
            ActionPlanList = lists::ActionPlanListPages,
            InitiativeList = lists::InitiativeListPages,
            PracticeList = lists::PracticeListPages,
            DeclaredList = declared::DeclaredListPages,
            DatasetList = lists::DatasetListPages,
            Term = terms::TermPages,
            TermList = terms::TermListPages,
            Status = statuses::StatusPages,
            StatusList = statuses::StatusListPages,
            Ordinary = ordinary::OrdinaryPages,
            LeftOut = left_out::LeftOutPages,
            Quality = quality::QualityPages,
            Waivers = waivers::WaiverPages,
            Contradictions = contradictions::ContradictionPages,
            Glossary = glossary::GlossaryPages,
            Developers = developers::DevelopersPages,
            Offline = offline::OfflinePages,
            CommitmentFacet = commitment_facet::CommitmentFacetPages,
            DatasetFacet = dataset_facet::DatasetFacetPages,
            CommitmentFact = commitment_facet::CommitmentFactPages,
            SortedCommitments = lists::SortedPages,
            MilestoneList = milestones::MilestoneListPages,
            MilestoneFacet = milestones::MilestoneFacetPages,
            AToZ = a_to_z::AToZPages,
            Search = search::SearchPages,
            NotFound = not_found::NotFoundPages,
        }
    };
}
pub(super) use each_page_kind;

macro_rules! declare {
    ($($kind:ident = $folder:ident::$facts:ident,)*) => {
        /// A kind of page; what it tells of itself is [`PageKindFacts`](super::kinds::PageKindFacts).
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum PageKind {
            $(
                #[doc = concat!("See `pages/", stringify!($folder), "`.")]
                $kind,
            )*
        }

        impl PageKind {
            /// Every kind, in the order in which they take addresses.
            pub(crate) const ALL: &'static [PageKind] = &[$(PageKind::$kind),*];
        }
    };
}
each_page_kind!(declare);
