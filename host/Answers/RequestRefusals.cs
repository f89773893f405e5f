using System.Collections.Immutable;
using Workflow.Definitions.Due;
using Workflow.Engine.Messages;
using Workflow.Host.Answers.Json;

namespace Workflow.Host.Answers;

/// <summary>What stands against a request itself, whatever it asks for.</summary>
internal static class RequestRefusals
{
    /// <summary>A text stands where a moment is asked for.</summary>
    internal static RequestRefusedException NoMoment(string name) =>
        new("request.moment", ("name", name), ("examples", WrittenMoment.Examples));

    /// <summary>The body is of another media type.</summary>
    internal static RequestRefusedException MediaType(IEnumerable<string> accepted, string? found) =>
        new("request.media_type", ("accepted", MessageValue.List(accepted)), ("found", Found(found)));

    /// <summary>The body is in another encoding.</summary>
    internal static RequestRefusedException Charset(string found) => new("request.charset", ("found", found));

    /// <summary>A form does not name what stands between its parts.</summary>
    internal static RequestRefusedException Boundary(int most) => new("request.boundary", ("most", most));

    /// <summary>The body is compressed, or in another coding that is not read.</summary>
    internal static RequestRefusedException Coding(string found) => new("request.coding", ("found", found));

    /// <summary>A byte is not UTF-8.</summary>
    internal static RequestRefusedException NotUtf8(int index) => new("request.encoding", ("index", index));

    /// <summary>The body is over its bound.</summary>
    internal static RequestRefusedException TooLarge(long most) => new("request.too_large", ("most", most));

    /// <summary>A part of a form is over its bound.</summary>
    internal static RequestRefusedException PartTooLarge(string name, long most) =>
        new("request.part_too_large", ("name", name), ("most", most));

    /// <summary>A cursor is none that a page gave out.</summary>
    internal static RequestRefusedException Cursor(string found) => new("request.cursor", ("found", found));

    /// <summary>The number of items on a page is out of bounds.</summary>
    internal static RequestRefusedException Limit(int most, int? found) => new("request.limit", ("most", most), ("found", found ?? 0));

    /// <summary>A part of a form is missing.</summary>
    internal static RequestRefusedException PartMissing(params IEnumerable<string> names) =>
        new("request.part_missing", ("names", MessageValue.List(names)));

    /// <summary>A part of a form stands there several times.</summary>
    internal static RequestRefusedException PartRepeated(string name, int count) =>
        new("request.part_repeated", ("name", name), ("count", count));

    /// <summary>A part of a form has a name that nobody reads.</summary>
    internal static RequestRefusedException PartUnknown(IEnumerable<string> names, string found) =>
        new("request.part", ("names", MessageValue.List(names)), ("found", found));

    /// <summary>A form has too many parts.</summary>
    internal static RequestRefusedException PartsTooMany(int most) => new("request.parts_too_many", ("most", most));

    /// <summary>The request does not read.</summary>
    internal static RequestRefusedException Malformed(Message why) => new("request.malformed", ("why", why));

    /// <summary>An action is to be filled in, and not said what it is about.</summary>
    internal static RequestRefusedException NoTarget(string action) => new("request.no_target", ("action", action));

    /// <summary>No endpoint has this path.</summary>
    internal static RequestRefusedException UnknownPath(string path) => new("request.unknown_path", ("path", path));

    /// <summary>The endpoint has other methods.</summary>
    internal static RequestRefusedException Method(string path, string method) => new("request.method", ("path", path), ("method", method));

    /// <summary>The body did not come in time.</summary>
    internal static RequestRefusedException TooSlow() => new("request.too_slow");

    /// <summary>The name of the host is none of those it answers under.</summary>
    internal static RequestRefusedException UnknownHost(string found) => new("request.host", ("found", found));

    /// <summary>The query has a name that the endpoint does not know.</summary>
    internal static RequestRefusedException QueryUnknown(IReadOnlyCollection<string> names, string found) =>
        new(new Message("request.query", ("found", found)).With(NearNames.OfWords(found, names)));

    /// <summary>A value of the query is none of those that it may be.</summary>
    internal static RequestRefusedException NotAmong(string name, IReadOnlyCollection<string> known, string found) =>
        new("request.among", ("name", name), ("known", MessageValue.List(known)), ("found", Texts.Short(found)));

    /// <summary>The register does not know somebody, as the engine refuses it.</summary>
    /// <param name="person">The id found.</param>
    /// <param name="meant">Whom the caller probably meant; null for nobody.</param>
    internal static RequestRefusedException UnknownPerson(string person, Message? meant) =>
        new(new Message("person.unknown", ("person", person)).With(meant));

    /// <summary>A form was sent from a page that is no longer valid, or from elsewhere.</summary>
    internal static RequestRefusedException Stale() => new("request.stale");

    /// <summary>What a proxy says of how a request came cannot be so.</summary>
    internal static RequestRefusedException Forwarded(string found) => new("request.forwarded", ("found", Texts.Short(found)));

    /// <summary>The endpoint takes no query.</summary>
    internal static RequestRefusedException NoQuery(string found) => new("request.no_query", ("found", found));

    /// <summary>Somebody asks more than is served in this time.</summary>
    internal static RequestRefusedException TooMany(int seconds) => new("request.too_many", ("seconds", seconds));

    /// <summary>The server refused for a reason that it does not tell.</summary>
    internal static RequestRefusedException Refused() => new("request.refused");

    /// <summary>The idempotency key is out of bounds.</summary>
    internal static RequestRefusedException Key(int most, int length) => new("request.key", ("most", most), ("length", length));

    /// <summary>The name of the proving document is out of bounds.</summary>
    internal static RequestRefusedException Proof(int most, int length) => new("request.proof", ("most", most), ("length", length));

    /// <summary>The header If-Match names no revision.</summary>
    internal static RequestRefusedException IfMatch(string found) => new("request.if_match", ("found", found));

    /// <summary>A name in the query is too long.</summary>
    internal static RequestRefusedException NameTooLong(int most) => new("request.name", ("most", most));

    /// <summary>Several points of a replay are named at once.</summary>
    internal static RequestRefusedException OnePoint() => new("request.replay");

    /// <summary>The legal view of a future day is asked for.</summary>
    internal static RequestRefusedException LegalInFuture(DateOnly today, DateOnly found) =>
        new("request.legal_in_future", ("today", today), ("found", found));

    /// <summary>The JSON of the body is not what is expected.</summary>
    /// <param name="place">Where the first fault is.</param>
    /// <param name="reason">What it is.</param>
    /// <param name="all">Everything that is wrong.</param>
    internal static RequestRefusedException Json(Message place, Message reason, ImmutableArray<BodyFault> all) =>
        new("json.malformed", ("place", place), ("reason", reason)) { Faults = all };

    /// <summary>The host itself broke.</summary>
    internal static RequestRefusedException Fault(string trace) => new("host.fault", ("trace", trace));

    /// <summary>A media type as a sentence shows it; null for none.</summary>
    internal static MessageValue Found(string? mediaType) =>
        mediaType is null ? new Message("request.no_media_type") : new Message("request.that_media_type", ("type", mediaType));

    /// <summary>Nobody signed in.</summary>
    internal static RequestRefusedException NoToken() => new("identity.no_token");

    /// <summary>Whoever signed in may not do this.</summary>
    internal static RequestRefusedException NotAllowed() => new("identity.not_allowed");
}
