using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;
using Workflow.Engine.Laws;
using Workflow.Engine.Periods;

namespace Workflow.Engine.Processes;

/// <summary>What a field may hold.</summary>
public enum FieldType
{
    /// <summary>Text; min and max bound its length in characters.</summary>
    Text,

    /// <summary>A decimal number; min and max bound its value.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of <see cref="Field.Options"/>.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of the process's offices, by its short name.</summary>
    Office,

    /// <summary>A unified social credit code (GB 32100-2015).</summary>
    SocialCreditCode,

    /// <summary>An organisation code (GB 11714-1997).</summary>
    OrganisationCode,

    /// <summary>A citizen's identity number (GB 11643-1999).</summary>
    ResidentNumber,

    /// <summary>A table; its columns are <see cref="Field.Columns"/>.</summary>
    Rows,
}

/// <summary>A field of the form, or one that the actor of a step records.</summary>
public sealed record Field : IGuided
{
    /// <summary>Id, unique in its form or step.</summary>
    public required string Id { get; init; }

    /// <summary>What people see.</summary>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <inheritdoc/>
    public LocalizedText? Help { get; init; }

    /// <inheritdoc/>
    public LocalizedText? Risk { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>When it must be filled: null never, otherwise where the condition holds.</summary>
    public Expression? RequiredWhen { get; init; }

    /// <summary>Least value, or least length of a text, or fewest rows; included.</summary>
    public decimal? Min { get; init; }

    /// <summary>Greatest value, or greatest length of a text, or most rows; included.</summary>
    public decimal? Max { get; init; }

    /// <summary>The unit of a number, for people.</summary>
    public string? Unit { get; init; }

    /// <summary>The options of a choice.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>What people who read English call the options, by the option; only those that have English words.</summary>
    public ImmutableSortedDictionary<string, string> OptionsEn { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The columns of a table; they hold no tables.</summary>
    public ImmutableArray<Field> Columns { get; init; } = [];

    /// <summary>Whether the value is personal data and lives in the vault.</summary>
    public bool Personal { get; init; }

    /// <summary>Which files it asks for, by their names; null for a field that asks for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FileTerms? File { get; init; }

    /// <summary>Whether a day lies ahead, such as an appointment: not before the day of the act that records it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Ahead { get; init; }

    /// <summary>The first day that it takes: the first of these that applies, and none that is written means every day.</summary>
    public ImmutableArray<DayBound> NotBefore { get; init; } = [];

    /// <summary>The last day that it takes: the first of these that applies, and none that is written means every day.</summary>
    public ImmutableArray<DayBound> NotAfter { get; init; } = [];
}

/// <summary>A bound of a day.</summary>
/// <param name="Day">The day, which is still allowed.</param>
public sealed record DayBound(Expression Day)
{
    /// <summary>When it applies; null always.</summary>
    public Expression? When { get; init; }

    /// <summary>Whether the act must give reasons for a day under this bound.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ReasonsRequired { get; init; }
}

/// <summary>A document that the case may issue.</summary>
public sealed record DocumentType : ITitled
{
    /// <summary>Id, unique in the process.</summary>
    public required string Id { get; init; }

    /// <summary>What people see.</summary>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <summary>How it gets its number.</summary>
    public required NumberRule Number { get; init; }

    /// <summary>Whether it states the reasons of the outcome that issues it.</summary>
    public bool StatesReasons { get; init; }

    /// <summary>Whether it states the remedies of the outcome that issues it.</summary>
    public bool StatesRemedies { get; init; }

    /// <summary>Whether it lists what is missing of the application, and cannot be issued with nothing on the list.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StatesMissing { get; init; }

    /// <summary>Whether it lists the materials that were handed in or promised.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StatesMaterials { get; init; }

    /// <summary>Whether it states the last days that it sets, and cannot be issued where it sets none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StatesDue { get; init; }

    /// <summary>Whether it lists who was there at the joint review that issues it, and who stayed away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool StatesAttendance { get; init; }

    /// <summary>The fields that it states, recorded with the outcome that issues it; it cannot be issued without them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? StatesFields { get; init; }

    /// <summary>The short name of the office that issues it; null for the office of the step.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Issuer { get; init; }

    /// <summary>The law it rests on, beside that of the outcome; null where the outcome, the limit of the step or the process says it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LegalBasis? Basis { get; init; }

    /// <summary>The steps whose findings, and the moments whose days, the decision rests on, in the order in which it states them; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? RestsOn { get; init; }

    /// <summary>How long it is valid once it is issued; null where it has no last day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Validity? Valid { get; init; }

    /// <summary>The roles of the parties to whom it is addressed; null for every party of the case.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? To { get; init; }

    /// <summary>The organ outside the case to which it is addressed: its name, or the field that holds it; null for a paper for parties.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Expression? Organ { get; init; }

    /// <summary>Its text with placeholders such as <c>&lt;form.name&gt;</c>, <c>&lt;number&gt;</c>, <c>&lt;day&gt;</c>; null for the standard layout.</summary>
    public string? Template { get; init; }

    /// <summary>Its place in the case file, one of those that the order of filing has; null where its title and what it states tell.</summary>
    public string? Filed { get; init; }
}

/// <summary>How long a paper is valid: one of the two is written.</summary>
/// <param name="Period">So long from the day of the paper, which is itself not counted; days or months, never rolled.</param>
/// <param name="Until">The last day itself.</param>
public sealed record Validity(Period? Period, Expression? Until);

/// <summary>Where a document's number comes from.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Pattern">For a series: text with <c>&lt;year&gt;</c>, <c>&lt;serial&gt;</c> and, for a series of each issuer, <c>&lt;mark&gt;</c>; otherwise null.</param>
public sealed record NumberRule(NumberKind Kind, string? Pattern = null);

/// <summary>The ways to get a number.</summary>
public enum NumberKind
{
    /// <summary>The document has none.</summary>
    None,

    /// <summary>The next of a series without gaps, by year.</summary>
    Series,

    /// <summary>Entered by the actor.</summary>
    Entered,

    /// <summary>Entered by the actor; an organisation code with its check character.</summary>
    OrganisationCode,

    /// <summary>Entered by the actor; a unified social credit code with both check characters.</summary>
    SocialCreditCode,
}
