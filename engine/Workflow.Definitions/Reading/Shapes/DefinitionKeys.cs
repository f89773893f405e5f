using System.Collections.Immutable;

namespace Workflow.Definitions.Reading.Shapes;

/// <summary>The keys that one kind of map takes.</summary>
/// <param name="Name">The kind, as <c>process.schema.json</c> calls it.</param>
/// <param name="Keys">Every key, in the order in which guides show them.</param>
public sealed record KeySet(string Name, ImmutableArray<string> Keys);

/// <summary>Every key of the language, as data: the reader refuses others, the schema completes these.</summary>
public static class DefinitionKeys
{
    private static readonly ImmutableArray<string> Follow =
    [
        "marks",
        "issues",
        "voids",
        "serves",
        "reasons",
        "remedies",
        "steps",
        "back",
        "leave",
        "end",
    ];
    private static readonly ImmutableArray<string> Any = ["title", "when", "mandatory"];
    private static readonly ImmutableArray<string> Work =
    [
        .. Any,
        "needs",
        "asks",
        "checks",
        "ground",
        "help",
        "risk",
        "limit",
        "any-time",
        "for-each",
        "copies",
        "holds",
        "return",
        "outcomes",
        .. Follow,
    ];

    /// <summary>A process file.</summary>
    public static KeySet Process { get; } =
        new(
            "process",
            [
                "process",
                "title",
                "in-force",
                "item",
                "basis",
                "offices",
                "parties",
                "form",
                "materials",
                "documents",
                "ends",
                "moments",
                "fees",
                "remedies",
                "retention",
                "late-recording",
                "return",
                "clocks",
                "steps",
                "any-time",
                "after",
                "terminate",
            ]
        );

    /// <summary>How a case is terminated.</summary>
    public static KeySet Termination { get; } = new("termination", ["title", "when", "issues", "remedies", "grounds"]);

    /// <summary>A ground on which a case may be terminated.</summary>
    public static KeySet TerminationGround { get; } = new("termination-ground", ["title", "basis"]);

    /// <summary>A fragment file.</summary>
    public static KeySet Fragment { get; } =
        new(
            "fragment",
            [
                "fragment",
                "title",
                "in-force",
                "parameters",
                "exports",
                "basis",
                "form",
                "materials",
                "documents",
                "ends",
                "moments",
                "clocks",
                "asks",
                "steps",
            ]
        );

    /// <summary>A parameter of a fragment.</summary>
    public static KeySet Parameter { get; } = new("parameter", ["type", "title", "limit-of", "default"]);

    /// <summary>A name in two languages.</summary>
    public static KeySet Words { get; } = new("words", ["zh", "en"]);

    /// <summary>The catalogue item.</summary>
    public static KeySet Item { get; } = new("item", ["code", "type", "lead"]);

    /// <summary>A field.</summary>
    public static KeySet Field { get; } =
        new(
            "field",
            [
                "title",
                "type",
                "required",
                "min",
                "max",
                "unit",
                "of",
                "columns",
                "personal",
                "ahead",
                "kinds",
                "largest",
                "many",
                "not-before",
                "not-after",
                "help",
                "risk",
            ]
        );

    /// <summary>A bound of a day.</summary>
    public static KeySet DayBound { get; } = new("day-bound", ["day", "when", "reasons"]);

    /// <summary>A material.</summary>
    public static KeySet Material { get; } =
        new("material", ["title", "for", "required", "promise", "shared", "valid", "returned", "filed", "help", "risk"]);

    /// <summary>The terms of a written promise to hand a material in later.</summary>
    public static KeySet Promise { get; } = new("promise", ["for", "kind", "on-expiry", "escalate", "basis"]);

    /// <summary>A document.</summary>
    public static KeySet Document { get; } =
        new(
            "document",
            ["title", "number", "states", "rests-on", "fields", "issuer", "to", "organ", "basis", "valid", "template", "filed"]
        );

    /// <summary>To whom a party turns against a decision.</summary>
    public static KeySet RemedyBodies { get; } = new("remedy-bodies", ["reconsideration", "court", "before"]);

    /// <summary>To whom a party turned before a change of the law.</summary>
    public static KeySet EarlierBodies { get; } = new("earlier-bodies", ["day", "reconsideration", "court"]);

    /// <summary>An office that takes part.</summary>
    public static KeySet Office { get; } = new("office", ["title", "mark", "in-name-of", "remedies"]);

    /// <summary>A fee.</summary>
    public static KeySet Fee { get; } = new("fee", ["title", "amount", "rule", "basis"]);

    /// <summary>A clock, or a step's limit.</summary>
    public static KeySet Clock { get; } =
        new(
            "clock",
            [
                "title",
                "for",
                "up-to",
                "set-by",
                "at-least",
                "at",
                "limits",
                "from",
                "until",
                "not-counted",
                "extend",
                "promise",
                "share",
                "roll",
                "lamps",
                "escalate",
                "on-expiry",
                "as-of",
                "basis",
            ]
        );

    /// <summary>One of several limits of a clock.</summary>
    public static KeySet Limit { get; } = new("limit", ["when", "for", "up-to", "set-by", "at-least", "at", "basis"]);

    /// <summary>An extension.</summary>
    public static KeySet Extension { get; } =
        new("extension", ["by", "up-to", "asked", "at-most", "approver", "collective", "issues", "moves-promise"]);

    /// <summary>Lamps.</summary>
    public static KeySet Lamps { get; } = new("lamps", ["yellow"]);

    /// <summary>An escalation.</summary>
    public static KeySet Escalation { get; } = new("escalation", ["to", "after", "before"]);

    /// <summary>One post or party acts.</summary>
    public static KeySet Step { get; } =
        new("step", ["step", "by", "officers", "qualified", "not-by", "own-case", "assign", "if-nobody", "same-person", .. Work]);

    /// <summary>Several answer.</summary>
    public static KeySet Joint { get; } =
        new(
            "joint",
            ["joint", "participants", "decide", "veto", "in-order", "close", "speaks-last", "quorum", "voices", "records", .. Work]
        );

    /// <summary>Waits for an outside system or a day.</summary>
    public static KeySet Wait { get; } = new("wait", ["wait", "system", .. Work]);

    /// <summary>Draws lots.</summary>
    public static KeySet Draw { get; } = new("draw", ["draw", "by", "own-case", "from", "count", "sealed", .. Work]);

    /// <summary>Calls another process.</summary>
    public static KeySet Call { get; } = new("call", ["call", "process", "with", .. Work]);

    /// <summary>Named branches.</summary>
    public static KeySet Parallel { get; } = new("parallel", ["parallel", "join", "branches", .. Any, .. Follow]);

    /// <summary>The first case that holds.</summary>
    public static KeySet Choice { get; } = new("choice", ["choice", "cases", .. Any]);

    /// <summary>A fragment inside this case.</summary>
    public static KeySet Use { get; } = new("use", ["use", "as", "with", "when"]);

    /// <summary>One case of a choice.</summary>
    public static KeySet Case { get; } = new("case", ["case", "when", "otherwise", "title", .. Follow]);

    /// <summary>One who answers in a joint.</summary>
    public static KeySet Participant { get; } = new("participant", ["by", "ground", "officers", "qualified", "assign", "weight", "limit"]);

    /// <summary>All who hold a post, each with an answer of their own.</summary>
    public static KeySet Members { get; } = new("members", ["all-of", "ground", "qualified", "weight", "limit"]);

    /// <summary>An outcome.</summary>
    public static KeySet Outcome { get; } = new("outcome", ["title", "when", "at-most", "basis", "asks", "materials", .. Follow]);

    /// <summary>What an outcome serves.</summary>
    public static KeySet Serve { get; } = new("serve", ["what", "on", "by", "way", "to", "signed", "in-person"]);

    /// <summary>A way back.</summary>
    public static KeySet Back { get; } = new("back", ["to", "at-most", "otherwise", "keep", "then", "rows"]);

    /// <summary>All of them.</summary>
    public static ImmutableArray<KeySet> All { get; } =
    [
        Process,
        Fragment,
        Parameter,
        Words,
        Item,
        Field,
        DayBound,
        Material,
        Promise,
        Document,
        RemedyBodies,
        EarlierBodies,
        Office,
        Fee,
        Clock,
        Limit,
        Extension,
        Lamps,
        Escalation,
        Step,
        Joint,
        Wait,
        Draw,
        Call,
        Parallel,
        Choice,
        Use,
        Case,
        Participant,
        Members,
        Outcome,
        Serve,
        Back,
        Termination,
        TerminationGround,
    ];

    /// <summary>The kinds of an item of a list of steps: the first key says which.</summary>
    public static ImmutableArray<KeySet> Kinds { get; } = [Step, Joint, Wait, Draw, Call, Parallel, Choice, Use];
}
