using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Workflow.Engine.Expressions;

namespace Workflow.Engine.Processes;

/// <summary>A material that the applicant hands in once and several offices use.</summary>
public sealed record Material : IGuided
{
    /// <summary>Id, unique in the process.</summary>
    public required string Id { get; init; }

    /// <summary>What people see.</summary>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public string? TitleEn { get; init; }

    /// <inheritdoc/>
    public LocalizedText? Help { get; init; }

    /// <inheritdoc/>
    public LocalizedText? Risk { get; init; }

    /// <summary>The offices that need it, by short name; empty means all.</summary>
    public ImmutableArray<string> For { get; init; } = [];

    /// <summary>When it is required: null never, otherwise where the condition holds.</summary>
    public Expression? RequiredWhen { get; init; }

    /// <summary>How it may be accepted on a written promise; null where it may not.</summary>
    public MaterialPromise? Promise { get; init; }

    /// <summary>From whom the office obtains it itself, so that the applicant is not asked for it; null where the applicant hands it in.</summary>
    public string? Shared { get; init; }

    /// <summary>Whether it carries a last day of validity, which whoever receives it records.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Dated { get; init; }

    /// <summary>Whether its original goes back to the applicant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Returned { get; init; }

    /// <summary>Its place in the case file, one of those that the order of filing has; null where its title tells.</summary>
    public string? Filed { get; init; }

    /// <summary>Whether more is said of it than for whom and when it is required.</summary>
    [JsonIgnore]
    public bool HasTerms => Promise is not null || Shared is not null || Dated || Returned;
}

/// <summary>The terms of a written promise to hand a material in later.</summary>
/// <param name="Kind">What the promise allows.</param>
/// <param name="Clock">Its own clock, from the day of the promise; the id is <c>promise/MATERIAL</c>.</param>
/// <param name="Opens">The any-time step that opens when the clock ends unkept; null where it is only overdue. What follows from a broken promise is always a person's finding.</param>
public sealed record MaterialPromise(PromiseKind Kind, ClockRule Clock, string? Opens = null)
{
    /// <summary>What the clock of a promise to hand in later is called.</summary>
    public const string TitleLater = "容缺补交期限";

    /// <summary>What the clock of a promise is called that stands instead of the material.</summary>
    public const string TitleInstead = "告知承诺期限";

    /// <summary>The id of the clock of a material's promise.</summary>
    public static string ClockOf(string material) => $"promise/{material}";
}

/// <summary>What a promise allows.</summary>
public enum PromiseKind
{
    /// <summary>容缺受理: accepted without it, and handed in while the case is handled. Its clock ends with the case.</summary>
    Later,

    /// <summary>告知承诺: decided without it, and checked afterwards. Its clock outlasts the conclusion.</summary>
    Instead,
}
