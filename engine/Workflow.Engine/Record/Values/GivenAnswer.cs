using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;

namespace Workflow.Engine.Record.Values;

/// <summary>One answer in a joint review.</summary>
/// <param name="Participant">The participant's key.</param>
/// <param name="Choice">The outcome voted for; null abstains.</param>
/// <param name="By">Who answered: the natural person, a rule, or another system.</param>
/// <param name="With">The others who sign.</param>
/// <param name="Opinion">Verbatim.</param>
/// <param name="Fields">What was recorded.</param>
/// <param name="Numbers">Numbers entered for the documents that the result may issue.</param>
/// <param name="On">The effective day.</param>
public sealed record GivenAnswer(
    string Participant,
    string? Choice,
    Actor By,
    ImmutableArray<string> With,
    string? Opinion,
    ImmutableSortedDictionary<string, FieldValue> Fields,
    ImmutableSortedDictionary<string, string> Numbers,
    DateOnly On
)
{
    /// <summary>The one acted for, where the joint counts natural persons; null for oneself.</summary>
    public string? For { get; init; }

    /// <summary>Whether it was given once the result was certain: an opinion that is kept and not counted. Null for an answer that counts.</summary>
    public bool? Late { get; init; }

    /// <summary>Why a rule answered; null where a person did.</summary>
    public Because? Because { get; init; }

    /// <summary>The opinion as the papers of the case put it; null for none.</summary>
    [JsonIgnore]
    public string? OnPaper => Opinion ?? Because?.OnPaper;

    /// <summary>Every natural person who has a part in it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Voices => With.Append(By).Concat(For is { } absent ? [absent] : []);
}
