using Workflow.Definitions.Syntax;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Registers;

/// <summary>Reads what a deputy stands in for: posts of the absent person as <c>office.role</c>, and processes by their ids.</summary>
internal static class DeputyScope
{
    internal static Absence Read(RegisterKeys keys, IReadOnlyCollection<HeldPost> held, Absence absence)
    {
        if (!keys.Has("for"))
            return absence;
        var named = keys.Placed("for").ToList();
        if (keys.IsEmptyList("for"))
            keys.Problems.Error(keys.PlaceOf("for"), RegisterProblems.EmptyScope());
        return absence with
        {
            Posts = [.. named.Where(n => IsPost(n.Text)).Select(n => Post(n, held, absence, keys.Problems))],
            Processes = [.. named.Where(n => !IsPost(n.Text)).Select(n => new NamedProcess(n.Text, n.At))],
        };
    }

    private static bool IsPost(string text) => text.Contains('.');

    private static bool Overlap(PeriodInForce a, PeriodInForce b) =>
        a.From <= (b.To ?? DateOnly.MaxValue) && (a.To ?? DateOnly.MaxValue) >= b.From;

    private static Post Post((string Text, Position At) named, IReadOnlyCollection<HeldPost> held, Absence absence, Problems problems)
    {
        var parts = named.Text.Split('.', 2);
        var post = new Post(parts[0], parts[1]);
        var posts = held.Where(h => Overlap(h.Days, absence.Days)).Select(h => $"{h.Organisation}.{h.Role}").ToList();
        if (!posts.Contains(named.Text))
            problems.Error(named.At, RegisterProblems.PostNotHeld(named.Text, Ways.NearOrFew(named.Text, posts)));
        return post;
    }
}
