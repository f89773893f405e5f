using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Processes;

/// <summary>
/// A published process with its fragments expanded: everything a case needs to run. Immutable and content-addressed:
/// its digest is the SHA-256 of its canonical JSON (<see cref="DefinitionJson"/>).
/// </summary>
public sealed record ProcessDefinition
{
    /// <summary>Stable id, for example <c>three-certificates</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name people see.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The days on which a case may be opened under this definition, both included.</summary>
    public required PeriodInForce InForce { get; init; }

    /// <summary>The catalogue item that the process serves.</summary>
    public required Item Item { get; init; }

    /// <summary>The law it stands on.</summary>
    public ImmutableArray<LegalBasis> Basis { get; init; } = [];

    /// <summary>What the articles say that the process cites anywhere, as it was when the process was read; several entries may have one citation.</summary>
    public ImmutableArray<CitedArticle> Articles { get; init; } = [];

    /// <summary>The times to complain that its papers name where it waits for none itself, in order of time.</summary>
    public ImmutableArray<RemedyPeriod> RemedyPeriods { get; init; } = [];

    /// <summary>The offices that take part, by the short names used in the steps.</summary>
    public ImmutableArray<Office> Offices { get; init; } = [];

    /// <summary>The parties; the first is the one who lodges. Empty for a process of the office's own motion.</summary>
    public ImmutableArray<Party> Parties { get; init; } = [];

    /// <summary>The application form.</summary>
    public ImmutableArray<Field> Form { get; init; } = [];

    /// <summary>The materials that may be asked for; no other may.</summary>
    public ImmutableArray<Material> Materials { get; init; } = [];

    /// <summary>The documents that may be issued.</summary>
    public ImmutableArray<DocumentType> Documents { get; init; } = [];

    /// <summary>What the case costs, for the guide; the engine collects nothing.</summary>
    public ImmutableArray<Fee> Fees { get; init; } = [];

    /// <summary>The clocks of the whole case. A step's own limit stands at the step.</summary>
    public ImmutableArray<ClockRule> Clocks { get; init; } = [];

    /// <summary>The steps in order.</summary>
    public required ImmutableArray<Node> Steps { get; init; }

    /// <summary>Steps that may be opened whenever their condition holds, such as withdrawal.</summary>
    public ImmutableArray<StepNode> AnyTime { get; init; } = [];

    /// <summary>The step among them by which the case is terminated, each outcome a ground; null where the head terminates it with reasons alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Termination { get; init; }

    /// <summary>What is left to do once the case is concluded, in order: service, publication, the appeal period, archiving. With none it is closed at once.</summary>
    public ImmutableArray<Node> After { get; init; } = [];

    /// <summary>What people call the results in which a case ends, by the result; one without a title is shown as it is written.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> Ends { get; init; } = ImmutableSortedDictionary<string, LocalizedText>.Empty;

    /// <summary>What people call the moments that its outcomes mark, by the moment; one without a title goes by the outcomes that mark it.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> Moments { get; init; } = ImmutableSortedDictionary<string, LocalizedText>.Empty;

    /// <summary>What people who read English call the grounds of its steps, by the ground; only those that have English words.</summary>
    public ImmutableSortedDictionary<string, string> Grounds { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What the register called the roles that act in it when it was read, by the role; only those that not everybody calls so.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> RoleTitles { get; init; } =
        ImmutableSortedDictionary<string, LocalizedText>.Empty;

    /// <summary>To whom a party turns who does not accept a decision of the leading office; null where that is not named.</summary>
    public RemedyBodies? Remedies { get; init; }

    /// <summary>How its steps may return the case, where they say nothing themselves; null where who returns chooses.</summary>
    public ReturnRule? Returns { get; init; }

    /// <summary>How long the closed file is kept.</summary>
    public Retention Retention { get; init; } = new(10);

    /// <summary>How many working days back an act may be recorded, with a document; 0 means never.</summary>
    public int LateRecordingWorkingDays { get; init; } = 5;

    /// <summary>To whom a party turns against what one office decides; null where that is not named.</summary>
    /// <param name="office">The office that issues the paper.</param>
    public RemedyBodies? RemediesOf(Office office) => office.Remedies ?? (office.Key == Item.Lead ? Remedies : null);
}

/// <summary>A name in Chinese, and in English where somebody wrote one.</summary>
/// <param name="Zh">Never empty.</param>
/// <param name="En">Null when there is no translation.</param>
public sealed record LocalizedText(string Zh, string? En = null)
{
    /// <inheritdoc/>
    public override string ToString() => Zh;
}

/// <summary>The catalogue item 事项.</summary>
/// <param name="Code">Code in the catalogue.</param>
/// <param name="Type">Its type, for example 行政许可.</param>
/// <param name="Lead">The short name of the office that leads.</param>
public sealed record Item(string Code, string Type, string Lead);

/// <summary>An office as the process names it.</summary>
/// <param name="Key">Short name, unique in the process.</param>
/// <param name="Title">Its name.</param>
public sealed record Office(string Key, string Title) : ITitled
{
    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <summary>Its mark 机关代字 in the numbers of its papers; null where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mark { get; init; }

    /// <summary>The short name of the office in whose name it issues papers, as a window does for the organ; null for its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? InNameOf { get; init; }

    /// <summary>To whom a party turns against what it decides; null where that is not named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RemedyBodies? Remedies { get; init; }
}

/// <summary>A party to the case.</summary>
/// <param name="Role">Short name, such as <c>applicant</c>.</param>
/// <param name="Title">Its name.</param>
public sealed record Party(string Role, string Title) : ITitled
{
    /// <inheritdoc/>
    public string? TitleEn { get; init; }
}

/// <summary>A fee as the guide shows it.</summary>
/// <param name="Title">What people see.</param>
/// <param name="Amount">The amount in yuan; null where <paramref name="Rule"/> says how it is reckoned.</param>
/// <param name="Rule">The rule in words; null where there is an amount.</param>
/// <param name="Basis">The rule's source.</param>
public sealed record Fee(string Title, decimal? Amount, string? Rule, LegalBasis Basis) : ITitled
{
    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <summary>The rule in English; null where nobody wrote it.</summary>
    public string? RuleEn { get; init; }
}

/// <summary>How long a closed file is kept.</summary>
/// <param name="Years">Years, or null for permanently.</param>
public sealed record Retention(int? Years);
