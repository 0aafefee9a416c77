//! Evidence as it is typed, and as it reads once every field parses.

use whyweb_core::model::{
    Evidence, EvidenceBody, EvidenceId, Label, Stance, Subject, WebAddress, When, time_as_typed,
};

use crate::drafts;

/// What sort of words are typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum BodyKind {
    #[default]
    Note,
    Quotation,
    Address,
}

impl BodyKind {
    pub(super) const ALL: [Self; 3] = [Self::Note, Self::Quotation, Self::Address];

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Note => "Note",
            Self::Quotation => "Quotation",
            Self::Address => "Web address",
        }
    }

    fn read(self, words: &str) -> Result<EvidenceBody, String> {
        match self {
            // A note that is nothing but an address is one, whatever was chosen.
            Self::Note => match WebAddress::new(words) {
                Ok(address) if !words.trim().contains(char::is_whitespace) => {
                    Ok(EvidenceBody::Address(address))
                }
                _ => drafts::text(words).map(EvidenceBody::Note),
            },
            Self::Quotation => drafts::text(words).map(EvidenceBody::Quotation),
            Self::Address => drafts::address(words).map(EvidenceBody::Address),
        }
    }
}

/// Evidence as it is typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct EvidenceDraft {
    pub(super) kind: BodyKind,
    pub(super) words: String,
    pub(super) stance: Stance,
    pub(super) source: String,
    pub(super) time: String,
}

/// Evidence as it reads.
pub(super) struct EvidenceRead {
    pub(super) body: EvidenceBody,
    pub(super) stance: Stance,
    pub(super) source: Option<Label>,
    pub(super) time: Option<When>,
}

/// Why fields cannot be read, each beside its field.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Errors {
    pub(super) words: Option<String>,
    pub(super) source: Option<String>,
    pub(super) time: Option<String>,
}

impl EvidenceDraft {
    pub(super) fn of(evidence: &Evidence) -> Self {
        let (kind, words) = match &evidence.body {
            EvidenceBody::Note(text) => (BodyKind::Note, text.to_string()),
            EvidenceBody::Quotation(text) => (BodyKind::Quotation, text.to_string()),
            EvidenceBody::Address(address) => (BodyKind::Address, address.to_string()),
        };
        Self {
            kind,
            words,
            stance: evidence.stance,
            source: evidence
                .source
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            time: evidence.time.map(time_as_typed).unwrap_or_default(),
        }
    }

    pub(super) fn read(&self, incident: Option<When>) -> Result<EvidenceRead, Errors> {
        let body = self.kind.read(&self.words);
        let source = drafts::label_or_none(&self.source);
        let time = drafts::time_or_none(&self.time, incident);
        match (body, source, time) {
            (Ok(body), Ok(source), Ok(time)) => Ok(EvidenceRead {
                body,
                stance: self.stance,
                source,
                time,
            }),
            (body, source, time) => Err(Errors {
                words: body.err(),
                source: source.err(),
                time: time.err(),
            }),
        }
    }
}

impl EvidenceRead {
    pub(super) fn into_evidence(self, id: EvidenceId, about: Subject) -> Evidence {
        Evidence {
            id,
            about,
            stance: self.stance,
            body: self.body,
            source: self.source,
            time: self.time,
            order: 0,
        }
    }
}
