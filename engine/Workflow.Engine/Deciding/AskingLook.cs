using System.Collections.Immutable;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Engine.Deciding;

/// <summary>
/// A look that may ask for facts that nobody named before: who holds a post, and the next number of a series. What is not in
/// the facts yet is asked for, and the decision is made again with the answer; the case it cannot change.
/// </summary>
internal class AskingLook(PublishedProcess process, CaseState state, Stamp stamp, PublishedProcess? from = null)
    : CaseLook(process, state, stamp, from)
{
    private protected readonly List<string> _wanted = [];
    private protected readonly List<Post> _posts = [];

    /// <summary>Says who holds a post; null where it is still to be asked, and where nobody knows.</summary>
    internal ImmutableArray<HolderFact>? Holders(Post post)
    {
        if (Stamp.Facts.Posts.FirstOrDefault(p => p.Post == post) is { } known)
            return known.Holders;
        if (!_posts.Contains(post))
            _posts.Add(post);
        return null;
    }

    /// <summary>Looks at the next number of a series and takes none; 0 where it is still to be asked.</summary>
    internal long NextOf(string series)
    {
        if (Stamp.Facts.Serials.TryGetValue(series, out var next))
            return next;
        if (!_wanted.Contains(series))
            _wanted.Add(series);
        return 0;
    }
}
