using System.Collections.Immutable;
using Workflow.Definitions.Registers;

namespace Workflow.Host.Identity;

/// <summary>Tokens for the people of the demonstration; the earlier ones end.</summary>
public static class Demonstration
{
    public const string Purpose = "demo";

    // Shown on a screen and perhaps in a log: it holds for the day it was made.
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public static ImmutableArray<DemonstrationToken> Issue(BearerTokens tokens, Register register, DateOnly day)
    {
        tokens.EndPurpose(Purpose);
        return
        [
            .. register.People.Select(p => new DemonstrationToken(
                p.Id,
                p.Name,
                string.Join(", ", register.Person(p.Id, day)!.Posts.Select(post => $"{post.Organisation}.{post.Role}")),
                tokens.Issue(p.Id, Purpose, Life)
            )),
        ];
    }
}

/// <summary>A token to show once.</summary>
public sealed record DemonstrationToken(string Person, string Name, string Posts, string Token);

/// <summary>The tokens that the sign-in shows as cards: those of a demonstration, and none otherwise.</summary>
public sealed class ShownTokens
{
    /// <summary>The tokens; those who hold a post first.</summary>
    public ImmutableArray<DemonstrationToken> Tokens { get; private set; } = [];

    /// <summary>Shows the tokens of a demonstration.</summary>
    public void Show(IEnumerable<DemonstrationToken> tokens) => Tokens = [.. tokens.OrderBy(t => t.Posts.Length == 0)];
}
