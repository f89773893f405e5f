using System.Collections.Immutable;
using Workflow.Definitions.Registers;

namespace Workflow.Host.Identity;

/// <summary>Tokens for the people of the demonstration; the earlier ones end.</summary>
public static class Demonstration
{
    public const string Purpose = "demo";

    public static ImmutableArray<DemonstrationToken> Issue(BearerTokens tokens, Register register, DateOnly day)
    {
        tokens.Revoke(Purpose);
        return [.. register.People.Select(p => new DemonstrationToken(
            p.Id,
            p.Name,
            string.Join(", ", register.Person(p.Id, day)!.Posts.Select(post => $"{post.Organisation}.{post.Role}")),
            tokens.Issue(p.Id, Purpose)))];
    }
}

/// <summary>A token to show once.</summary>
public sealed record DemonstrationToken(string Person, string Name, string Posts, string Token);
