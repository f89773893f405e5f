using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Laws;

namespace Workflow.Engine.Processes;

/// <summary>What an outcome does: the same body for a person, a vote, a party, a called process or a rule.</summary>
public sealed record OutcomeRule : ITitled
{
    /// <summary>What an outcome is called that nobody named, where a step can only be done.</summary>
    public const string DoneTitle = "完成";

    /// <summary>Id, unique at its step.</summary>
    public required string Id { get; init; }

    /// <summary>What people see.</summary>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <summary>When it is allowed; null always.</summary>
    public Expression? AllowedWhen { get; init; }

    /// <summary>How often in the life of the case; null without bound.</summary>
    public int? AtMost { get; init; }

    /// <summary>The law that bounds it, which its refusal names; null where that of the step's limit does.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>The moments it marks.</summary>
    public ImmutableArray<MomentMark> Marks { get; init; } = [];

    /// <summary>The documents it issues, in order.</summary>
    public ImmutableArray<string> Issues { get; init; } = [];

    /// <summary>The documents that it revokes 撤销: those of the case that are valid become void; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Voids { get; init; }

    /// <summary>What it serves on the parties 送达; null for nothing.</summary>
    public ServeRule? Serves { get; init; }

    /// <summary>Whether the actor must give reasons.</summary>
    public bool ReasonsRequired { get; init; }

    /// <summary>Whether no required material may be missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MaterialsComplete { get; init; }

    /// <summary>Whether some required material must be missing: the outcome says that one is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MaterialsIncomplete { get; init; }

    /// <summary>The remedies that its documents name; null when the law gives none to name.</summary>
    public Remedies? Remedies { get; init; }

    /// <summary>Fields recorded with this outcome only.</summary>
    public ImmutableArray<Field> Asks { get; init; } = [];

    /// <summary>Steps that follow before the exit is taken.</summary>
    public ImmutableArray<Node> Steps { get; init; } = [];

    /// <summary>Where the case goes on; null for the next item.</summary>
    public Exit? Exit { get; init; }
}

/// <summary>A moment that an outcome marks.</summary>
/// <param name="Moment">Its name.</param>
/// <param name="DayField">The asked date field that holds the legal day; null for the effective day of the act.</param>
public sealed record MomentMark(string Moment, string? DayField = null);

/// <summary>What an outcome serves on the parties, and how.</summary>
/// <param name="Documents">The documents; empty for everything issued before and not served yet.</param>
/// <param name="DayField">The asked date field that holds the day of service; null for the effective day of the act.</param>
/// <param name="WayField">The asked field that holds the way; null where <paramref name="Way"/> says it.</param>
/// <param name="Way">The way, such as 公告送达; null where a field says it.</param>
public sealed record ServeRule(ImmutableArray<string> Documents, string? DayField = null, string? WayField = null, string? Way = null)
{
    /// <summary>The asked field that names the one addressee who is served; null where all who are left are.</summary>
    public string? ToField { get; init; }

    /// <summary>The asked field that names who signed for what was handed over; null where nobody is asked.</summary>
    public string? SignedField { get; init; }

    /// <summary>The ways in which a paper is put into somebody's hands, who then has to sign for it; null where no way is said to be one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? InPerson { get; init; }
}

/// <summary>The order of remedies that a decision must name.</summary>
public enum Remedies
{
    /// <summary>Reconsideration or litigation, at the party's choice.</summary>
    Free,

    /// <summary>Reconsideration must come first.</summary>
    ReconsiderationFirst,

    /// <summary>None, and the document says so.</summary>
    None,
}

/// <summary>The words for orders of remedies, as definitions write them.</summary>
public static class RemedyWords
{
    /// <summary>The words that a condition may compare with; that there is no remedy is none.</summary>
    public static ImmutableArray<string> All { get; } = [Of(Remedies.Free)!, Of(Remedies.ReconsiderationFirst)!];

    /// <summary>Returns the word of an order; null where there is no remedy.</summary>
    public static string? Of(Remedies? remedies) =>
        remedies switch
        {
            Remedies.Free => "free",
            Remedies.ReconsiderationFirst => "reconsideration-first",
            Remedies.None or null => null,
            _ => throw new UnreachableException($"No word for {remedies}."),
        };
}

/// <summary>One of the three ways on. A closed set.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "exit")]
[JsonDerivedType(typeof(BackExit), "back")]
[JsonDerivedType(typeof(LeaveExit), "leave")]
[JsonDerivedType(typeof(EndExit), "end")]
public abstract record Exit;

/// <summary>Back to an earlier step of the same list or of one around it.</summary>
/// <param name="To">The step.</param>
/// <param name="AtMost">How often this outcome may go back; null where the outcome's own bound holds.</param>
/// <param name="Otherwise">The outcome of the same step that runs instead once the bound is used up; null where the outcome is then not allowed.</param>
/// <param name="Keep">Steps whose results stand. A joint review listed here keeps the answers already given.</param>
/// <param name="StraightBack">Whether the case then comes straight back here instead of running again what lies between.</param>
public sealed record BackExit(string To, int? AtMost, string? Otherwise, ImmutableArray<string> Keep, bool StraightBack) : Exit
{
    /// <summary>Whether at a step that opens once per row only the rows that came to this outcome run again; what the others came to then stands.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OwnRows { get; init; }
}

/// <summary>Closes a block's open work and goes on after it.</summary>
/// <param name="Block">The step, joint or parallel that encloses this one.</param>
public sealed record LeaveExit(string Block) : Exit;

/// <summary>Concludes the case.</summary>
/// <param name="Result">The result.</param>
public sealed record EndExit(string Result) : Exit;
