//! What no property test would come across: the bytes of other programs, and of people who mean harm.

use super::{
    Address, Framing, Gathering, Heard, Invite, InviteError, LARGEST_CHUNK, LARGEST_MESSAGE,
    LONGEST_NAME, MOST_PRESENT, Presence, Presences, SILENCE, Said, Server, ServerError, Session,
    Side, Speaks, SyncError, Talk, View, chunks,
};
use crate::{
    command::{FactorCommand, plan},
    document::{Document, DocumentError, LARGEST_FROM_OTHERS, Selected, Unfit, lib0::Writer},
    model::{Factor, Incident, IncidentId, Label},
};

fn document(client: u64) -> Document {
    let id: IncidentId = "incident".parse().unwrap();
    Document::of(&Incident::new(id), client)
}

fn hear(framing: Framing, bytes: &[u8]) -> Result<Heard, SyncError> {
    let mut presences = Presences::new(1);
    Talk::new(framing).hear(bytes, &mut document(1), &mut presences, 0)
}

/// Adds a factor of this name.
fn add(document: &mut Document, name: &str) {
    let factor = Factor::new(name.parse().unwrap(), Label::new(name).unwrap());
    let command = FactorCommand::Add(Box::new(factor)).into();
    let plan = plan(&command, &document.read().0).unwrap();
    document.write(&plan, Selected::default());
}

fn hocuspocus() -> Framing {
    Framing::Hocuspocus {
        document: "incident".into(),
        token: "let me in".into(),
    }
}

#[test]
fn an_ask_of_one_who_knows_nothing_is_answered_with_all() {
    let heard = hear(Framing::Plain, &[0, 0, 1, 0]).unwrap();
    let [answer] = &*heard.replies else {
        panic!("one answer, not {heard:?}")
    };
    let mut copy = Document::empty("incident".parse().unwrap(), 2);
    let mut presences = Presences::new(2);
    let mut talk = Talk::new(Framing::Plain);
    let heard = talk.hear(answer, &mut copy, &mut presences, 0).unwrap();
    assert_eq!(heard.said, Some(Said::UpToDate));
    assert_eq!(copy.read(), document(1).read());
}

#[test]
fn a_greeting_knocks_first_where_a_server_wants_it() {
    let presences = Presences::new(1);
    let greeting = Talk::new(hocuspocus()).greet(&document(1), &presences, 0);
    let knock = Writer::default().text("incident").number(2).number(0);
    assert_eq!(greeting[0], knock.text("let me in").finish());
    assert!(
        greeting
            .iter()
            .all(|message| message.starts_with(b"\x08incident"))
    );
    assert_eq!(
        Talk::new(Framing::Plain)
            .greet(&document(1), &presences, 0)
            .len(),
        3
    );
}

#[test]
fn an_answer_with_a_gap_is_no_fault_and_is_asked_for_again() {
    // A server that missed one of Ann's edits tells of the later ones, which it cannot take in itself.
    let mut ann = document(1);
    let mut bob = Document::load("incident".parse().unwrap(), 2, [&*ann.state()]).unwrap();
    add(&mut ann, "missed");
    let known = ann.state_vector();
    add(&mut ann, "later");
    let later = ann.diff(&known).unwrap();
    let answer = |update: &[u8]| Writer::default().number(0).number(1).bytes(update).finish();
    let mut presences = Presences::new(2);
    let mut talk = Talk::new(Framing::Plain);
    let mut hear = |bytes: &[u8], now| talk.hear(bytes, &mut bob, &mut presences, now).unwrap();
    assert_eq!(hear(&answer(&later), 10_000), Heard::default());
    // Whatever comes next reminds of it, but not at once.
    let nobody = Writer::default().number(1).bytes(&[0]).finish();
    assert_eq!(hear(&nobody, 10_500), Heard::default());
    assert_eq!(hear(&nobody, 11_000).replies.len(), 1, "asks again");
    let all = ann.diff(&[0]).unwrap();
    assert_eq!(hear(&answer(&all), 11_100).said, Some(Said::UpToDate));
    assert_eq!(hear(&nobody, 13_000), Heard::default(), "all is here");
    assert_eq!(bob.read(), ann.read());
}

/// An update of a copy that has made one factor, with a field of so many letters.
fn heavy(client: u64, letters: usize) -> Vec<u8> {
    let edits = Writer::default().number(1).number(2).number(client);
    let part = edits.number(0).raw(&[0x27, 1]).text("factors");
    let field = part.text(&format!("f{client}")).raw(&[1, 0x28, 0]);
    let field = field.number(client).number(0).text("other");
    let value = field.number(1).raw(&[119]).text(&"y".repeat(letters));
    value.number(0).finish()
}

#[test]
fn what_comes_bit_by_bit_ends_where_one_message_could_not_tell_all() {
    let mut document = document(1);
    let part = LARGEST_FROM_OTHERS * 2 / 5;
    for client in [2, 3] {
        assert_eq!(document.receive(&heavy(client, part)), Ok(()));
        assert_eq!(document.receive(&heavy(client, part)), Ok(()), "known");
    }
    let refused = document.receive(&heavy(4, part));
    assert_eq!(refused, Err(DocumentError::Unfit(Unfit::TooHeavy)));
    assert_eq!(document.receive(&heavy(5, 100)), Ok(()), "there is room");
    let all = document.state();
    assert!(all.len() < LARGEST_FROM_OTHERS, "{} bytes", all.len());
    let mut newcomer = Document::empty("incident".parse().unwrap(), 9);
    assert_eq!(newcomer.receive(&all), Ok(()));
}

#[test]
fn what_a_server_says_of_the_talk_is_told() {
    let say = |kind: u64| Writer::default().text("incident").number(kind);
    let denied = say(2).number(1).text("no such token").finish();
    let heard = hear(hocuspocus(), &denied).unwrap();
    assert_eq!(heard.said, Some(Said::Denied("no such token".into())));
    let closed = say(7).text("going down").finish();
    let heard = hear(hocuspocus(), &closed).unwrap();
    assert_eq!(heard.said, Some(Said::Closed("going down".into())));
    let let_in = say(2).number(2).text("read-write").finish();
    assert_eq!(hear(hocuspocus(), &let_in), Ok(Heard::default()));
    // Whether it was stored there, and an application's own messages.
    for kind in [5, 6, 8, 99] {
        assert_eq!(
            hear(hocuspocus(), &say(kind).finish()),
            Ok(Heard::default())
        );
    }
    let denied = Writer::default().number(2).number(0).text("no").finish();
    assert_eq!(
        hear(Framing::Plain, &denied).unwrap().said,
        Some(Said::Denied("no".into()))
    );
}

#[test]
fn a_message_about_another_document_is_refused() {
    let other = Writer::default().text("other").number(3).finish();
    assert_eq!(hear(hocuspocus(), &other), Err(SyncError::OtherDocument));
}

#[test]
fn junk_is_refused() {
    for junk in [
        &b""[..],
        b"\xff",
        b"\x00",
        b"\x00\x09\x00",
        b"\x00\x00\x7f",
        b"{\"a\":1}",
        b"\x63",
    ] {
        assert_eq!(
            hear(Framing::Plain, junk),
            Err(SyncError::Unreadable),
            "{junk:?}"
        );
    }
    assert!(matches!(
        hear(Framing::Plain, &vec![0; LARGEST_MESSAGE + 1]),
        Err(SyncError::TooLarge(_))
    ));
    // Says that a billion people are there.
    let crowd = Writer::default()
        .number(1)
        .bytes(&Writer::default().number(1 << 30).finish());
    assert_eq!(
        hear(Framing::Plain, &crowd.finish()),
        Err(SyncError::Presence)
    );
}

#[test]
fn others_see_what_one_shows() {
    let shown = Presence {
        name: Some("Ann".into()),
        colour: 3,
        card: Some("f1".parse().unwrap()),
        is_typing: true,
        pointer: Some((1.5, -2.0)),
        leads: Some(View {
            middle: (0.0, 1.0),
            size: (100.0, 50.0),
        }),
    };
    let (mut one, mut two) = (Presences::new(1), Presences::new(2));
    one.show(Some(shown.clone()));
    assert_eq!(two.hear(&one.tell_mine(), 5), Ok(vec![1]));
    assert_eq!(two.others().collect::<Vec<_>>(), [(1, &shown)]);
    // Heard again, and heard late.
    assert_eq!(two.hear(&one.tell_mine(), 6), Ok(vec![]));
    one.show(None);
    assert_eq!(two.hear(&one.tell_mine(), 7), Ok(vec![1]));
    assert_eq!(two.others().count(), 0);
}

#[test]
fn who_is_silent_for_long_is_gone() {
    let (mut one, mut two) = (Presences::new(1), Presences::new(2));
    one.show(Some(Presence::default()));
    two.hear(&one.tell_mine(), 1_000).unwrap();
    assert!(two.forget_silent(1_000 + SILENCE - 1).is_empty());
    assert_eq!(two.forget_silent(1_000 + SILENCE), [1]);
    // An hour back: nobody is gone for that.
    one.renew();
    two.hear(&one.tell_mine(), 4_000_000).unwrap();
    assert!(two.forget_silent(400_000).is_empty());
}

#[test]
fn nobody_can_send_somebody_else_away() {
    let mut one = Presences::new(1);
    one.show(Some(Presence::default()));
    let gone = Writer::default()
        .number(1)
        .number(1)
        .number(77)
        .text("null")
        .finish();
    assert_eq!(one.hear(&gone, 0), Ok(vec![1]), "to be said anew");
    let mut two = Presences::new(2);
    two.hear(&gone, 0).unwrap();
    assert_eq!(two.hear(&one.tell_mine(), 0), Ok(vec![1]));
}

#[test]
fn a_presence_of_another_program_or_of_a_joker_is_someone() {
    let state = |json: &str| {
        Writer::default()
            .number(1)
            .number(9)
            .number(1)
            .text(json)
            .finish()
    };
    let mut presences = Presences::new(1);
    presences
        .hear(
            &state(r##"{"user":{"name":"Bob","color":"#fff"},"cursor":null}"##),
            0,
        )
        .unwrap();
    assert_eq!(presences.others().next().unwrap().1.called(), "Bob");
    for json in ["[]", "7", "not json", r#"{"user":{"name":7}}"#] {
        let mut presences = Presences::new(1);
        presences.hear(&state(json), 0).unwrap();
        assert_eq!(
            presences.others().next().unwrap().1.called(),
            "someone",
            "{json}"
        );
    }
    let json =
        r#"{"whyweb":{"colour":250,"pointer":[1e300,0],"leads":[[0,0],[0,-1]],"card":"no card!"}}"#;
    presences
        .hear(
            &Writer::default()
                .number(1)
                .number(8)
                .number(1)
                .text(json)
                .finish(),
            0,
        )
        .unwrap();
    let (_, odd) = presences.others().next().unwrap();
    assert_eq!(
        odd,
        &Presence {
            colour: 2,
            ..Presence::default()
        }
    );
    let long = "x".repeat(5_000);
    assert_eq!(presences.hear(&state(&long), 0), Ok(vec![]));
}

#[test]
fn a_name_is_one_short_line() {
    assert_eq!(
        Presence::tidy_name("  Ann\n\u{7}\tBee "),
        Some("Ann Bee".into())
    );
    assert_eq!(Presence::tidy_name(" \n "), None);
    let long = Presence::tidy_name(&"é".repeat(100)).unwrap();
    assert_eq!(long.chars().count(), LONGEST_NAME);
}

#[test]
fn only_so_many_people_are_shown() {
    let mut presences = Presences::new(0);
    for client in 1..=MOST_PRESENT as u64 + 5 {
        let state = Writer::default()
            .number(1)
            .number(client)
            .number(1)
            .text("{}");
        presences.hear(&state.finish(), 0).unwrap();
    }
    assert_eq!(presences.others().count(), MOST_PRESENT);
}

#[test]
fn pieces_come_together_again() {
    for length in [0, 1, LARGEST_CHUNK - 1, LARGEST_CHUNK, 100_000] {
        let message: Vec<u8> = (0..=250).cycle().take(length).collect();
        let mut gathering = Gathering::default();
        let pieces = chunks(&message);
        assert!(pieces.iter().all(|piece| piece.len() <= LARGEST_CHUNK));
        let whole: Vec<_> = pieces
            .iter()
            .filter_map(|piece| gathering.take(piece).unwrap())
            .collect();
        assert_eq!(whole, if length == 0 { vec![] } else { vec![message] });
    }
}

#[test]
fn what_never_ends_is_let_go() {
    let mut gathering = Gathering::default();
    let piece = vec![1; LARGEST_CHUNK];
    let refused = (0..).find_map(|_| gathering.take(&piece).err());
    assert!(matches!(refused, Some(SyncError::TooLarge(_))));
    assert_eq!(gathering.take(&[0, 7]), Ok(Some(vec![7])));
    assert_eq!(gathering.take(&[9, 7]), Err(SyncError::Unreadable));
    assert_eq!(gathering.take(&[]), Err(SyncError::Unreadable));
}

/// What Chromium 156 says of a connection that carries data alone, shortened.
const SDP: &str = "v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n\
    a=group:BUNDLE 0\r\na=extmap-allow-mixed\r\na=msid-semantic: WMS\r\n\
    m=application 51712 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 192.168.1.4\r\n\
    a=candidate:3885250869 1 udp 2122260223 192.168.1.4 51712 typ host generation 0 network-id 1\r\n\
    a=candidate:559267639 1 udp 2122194687 0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f.local 40000 typ host\r\n\
    a=candidate:2 1 tcp 1518280447 192.168.1.4 9 typ host tcptype active\r\n\
    a=candidate:4 1 udp 1518280447 203.0.113.9 9 typ srflx raddr 0.0.0.0 rport 0\r\n\
    a=ice-ufrag:Wx7/\r\na=ice-pwd:asd88fgpdd777uzjYhagZg+/\r\na=ice-options:trickle\r\n\
    a=fingerprint:sha-256 00:01:02:03:04:05:06:07:08:09:0A:0B:0C:0D:0E:0F:10:11:12:13:14:15:16:17:18:19:1A:1B:1C:1D:1E:FF\r\n\
    a=setup:actpass\r\na=mid:0\r\na=sctp-port:5000\r\na=max-message-size:262144\r\n";

fn invite() -> Invite {
    let session = Session::of_sdp(SDP).unwrap();
    Invite {
        side: Side::Host,
        incident: "incident".parse().unwrap(),
        name: Some("Ann".into()),
        of: session.user.clone(),
        session,
    }
}

#[test]
fn an_invitation_is_short_and_comes_back_whole() {
    let invite = invite();
    let addresses = &invite.session.addresses;
    assert_eq!(addresses.len(), 2, "its own, by udp: {addresses:?}");
    assert_eq!(
        addresses[0],
        Address {
            host: "192.168.1.4".into(),
            port: 51712
        }
    );
    let text = invite.to_text();
    assert!(text.len() < 250, "{} characters", text.len());
    let wrapped = format!(" {}\n{} ", &text[..50], &text[50..]);
    assert_eq!(Invite::of_text(&wrapped, Side::Host), Ok(invite.clone()));
    assert_eq!(
        Session::of_sdp(&invite.session.to_sdp(Side::Host)),
        Ok(invite.session)
    );
}

#[test]
fn a_damaged_invitation_is_refused_in_words() {
    let text = invite().to_text();
    assert_eq!(
        Invite::of_text(&text, Side::Guest),
        Err(InviteError::OtherSide)
    );
    for end in 0..text.len() {
        assert!(
            Invite::of_text(&text[..end], Side::Host).is_err(),
            "cut at {end}"
        );
    }
    assert_eq!(Invite::of_text("Aw", Side::Host), Err(InviteError::Later));
    assert_eq!(
        Invite::of_text(&"A".repeat(9999), Side::Host),
        Err(InviteError::Unreadable)
    );
    assert_eq!(Session::of_sdp("v=0"), Err(InviteError::Session));
}

#[test]
fn no_line_of_a_strangers_reaches_the_browser() {
    let mut invite = invite();
    invite.session.user = "abcd\r\na=candidate:1 1 udp 1 evil.example 80 typ host".into();
    assert_eq!(
        Invite::of_text(&invite.to_text(), Side::Host),
        Err(InviteError::Unreadable)
    );
}

#[test]
fn a_server_is_an_address_that_a_page_can_connect_to() {
    let incident: IncidentId = "incident".parse().unwrap();
    let plain = |address| Server::new(address, Speaks::YWebsocket, "");
    let server = plain(" ws://localhost:1234/ ").unwrap();
    assert_eq!(server.connect_to(&incident), "ws://localhost:1234/incident");
    let keyed = plain("wss://example.org/yjs?key=1").unwrap();
    assert_eq!(
        keyed.connect_to(&incident),
        "wss://example.org/yjs/incident?key=1"
    );
    for (address, why) in [
        ("https://example.org", ServerError::Scheme),
        ("javascript:alert(1)", ServerError::Scheme),
        ("", ServerError::Scheme),
        ("ws://", ServerError::Host),
        ("wss://a b", ServerError::Host),
        ("wss://a#b", ServerError::Host),
    ] {
        assert_eq!(plain(address), Err(why), "{address}");
    }
    assert_eq!(
        plain(&format!("ws://{}", "a".repeat(600))),
        Err(ServerError::TooLong)
    );
}

#[test]
fn a_link_to_a_server_holds_no_token() {
    let incident: IncidentId = "incident".parse().unwrap();
    let server = Server::new("wss://example.org", Speaks::Hocuspocus, "secret").unwrap();
    let (read, about) = Server::of_text(&server.to_text(&incident)).unwrap();
    assert_eq!(
        (read.address(), read.speaks, read.token()),
        (server.address(), server.speaks, "")
    );
    assert_eq!(about, incident);
    assert_eq!(Server::of_text("e30"), Err(ServerError::Link));
    assert_eq!(Server::of_text("%"), Err(ServerError::Link));
}
