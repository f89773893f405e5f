using System.Collections.Immutable;
using Workflow.Host.Screens.Sheets;

namespace Workflow.Host.Screens.Arriving;

/// <summary>The sign-in as its page shows it.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Problem">Why the last try failed; null for none.</param>
/// <param name="Cards">The people of a demonstration; empty where none runs.</param>
public sealed record SignInModel(Frame Frame, string? Problem, ImmutableArray<DemonstrationCard> Cards);

/// <summary>A card of the sign-in.</summary>
/// <param name="Name">The person.</param>
/// <param name="Posts">Their posts, as people call them; empty without any.</param>
/// <param name="Token">The token that it sends.</param>
public sealed record DemonstrationCard(string Name, string Posts, string Token);
