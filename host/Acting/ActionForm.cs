using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Workflow.Host.Acting;

/// <summary>What an action asks of the one who acts: ready to be drawn, by a page or by an integrator.</summary>
/// <param name="Action">The command's name, such as <c>complete</c>.</param>
/// <param name="Target">The step, clock, material, party or person it is about; null for the case.</param>
/// <param name="Choice">The outcome, the vote, the step to return to or the ground; null where there is none.</param>
/// <param name="Inputs">What is to be filled in, in order; empty where nothing is.</param>
public sealed record ActionForm(string Action, string? Target, string? Choice, ImmutableArray<FormInput> Inputs);

/// <summary>One thing to fill in.</summary>
/// <param name="Name">The member of the command's body, such as <c>reasons</c> or <c>fields.area</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Kind">How it is filled in.</param>
/// <param name="Required">Whether the action is refused without it, whatever else is said.</param>
public sealed record FormInput(string Name, string Title, InputKind Kind, bool Required)
{
    /// <summary>What may be chosen; empty where anything may be written.</summary>
    public ImmutableArray<FormOption> Options { get; init; } = [];

    /// <summary>The least value, length of a text or number of rows, included; null for none.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest value, length of a text or number of rows, included; null for none.</summary>
    public decimal? Most { get; init; }

    /// <summary>The unit of a number; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the value is personal data, which is sealed.</summary>
    public bool Personal { get; init; }

    /// <summary>What stands there before anybody writes; null for nothing.</summary>
    public string? Value { get; init; }

    /// <summary>Which files it takes, by the names under which they are attached to the case; null where it takes none.</summary>
    public FormFiles? Files { get; init; }

    /// <summary>The columns of a table; empty for anything else.</summary>
    public ImmutableArray<FormInput> Columns { get; init; } = [];
}

/// <summary>Which files a field takes. They are attached first; the field then names them, with a slash between several.</summary>
/// <param name="Kinds">How their names end; empty for every kind.</param>
/// <param name="Largest">The greatest size of each in megabytes, included; null for the greatest that a case takes.</param>
/// <param name="Many">Whether there may be several.</param>
public sealed record FormFiles(ImmutableArray<string> Kinds, int? Largest, bool Many);

/// <summary>Something that may be chosen.</summary>
/// <param name="Value">What the body says.</param>
/// <param name="Title">What people see.</param>
/// <param name="Chosen">Whether it is chosen already.</param>
public sealed record FormOption(string Value, string Title, bool Chosen = false);

/// <summary>How something is filled in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InputKind>))]
public enum InputKind
{
    /// <summary>A line of text.</summary>
    Line,

    /// <summary>Text of any length.</summary>
    Passage,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Any number of the options.</summary>
    Several,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A person of the register.</summary>
    Person,

    /// <summary>Any number of people of the register.</summary>
    People,

    /// <summary>Rows of the columns.</summary>
    Table,
}
