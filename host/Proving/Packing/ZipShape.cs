using Workflow.Engine.Messages;
using Workflow.Mining.Logs;

namespace Workflow.Host.Proving.Packing;

/// <summary>
/// Whether a file is exactly one ZIP: members end to end from the first byte, the directory right behind them, and the record that ends
/// it the last of the file. Programs look for members in different ways; of such a file all of them find the same.
/// </summary>
internal static class ZipShape
{
    /// <summary>Returns the first thing that is otherwise; null where there is none.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="swelling">What a bomb is refused by.</param>
    /// <param name="cancellation">Stops between members.</param>
    internal static Message? Wrong(PlacedBytes bytes, Swelling swelling, CancellationToken cancellation)
    {
        if (ZipEnd.Read(bytes) is not { } end)
            return PackingFindings.End(ZipEnd.Place(bytes));
        List<ZipMember> members = [];
        return WrongDirectory(bytes, end, members)
            ?? WrongPlaces(bytes, [.. members.OrderBy(m => m.Place)], end.Directory)
            ?? members.Where(m => !HasItsContent(bytes, m, swelling, cancellation)).Select(PackingFindings.Content).FirstOrDefault();
    }

    private static Message? WrongDirectory(PlacedBytes bytes, ZipEnd end, List<ZipMember> members)
    {
        var at = end.Directory;
        while (members.Count < end.Count)
        {
            if (ZipMember.Read(bytes, at) is not { } member)
                return PackingFindings.Directory(at);
            members.Add(member);
            at = member.After;
        }

        return at == end.DirectoryEnd ? null : PackingFindings.Directory(at);
    }

    private static Message? WrongPlaces(PlacedBytes bytes, IReadOnlyList<ZipMember> members, long directory)
    {
        var at = 0L;
        foreach (var member in members)
        {
            var header = new LocalHeader(bytes, member);
            if (member.Place != at)
                return PackingFindings.Gap(at, member.Place);
            if (!member.IsPlain || !header.Agrees || header.After is not { } after)
                return PackingFindings.Header(member);
            at = after;
        }

        return at == directory ? null : PackingFindings.Gap(at, directory);
    }

    private static bool HasItsContent(PlacedBytes bytes, ZipMember member, Swelling swelling, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new LocalHeader(bytes, member).Content.Sum(bytes, swelling) is { } sum && (sum.Sum, sum.Bytes) == (member.Sum, member.Size);
    }
}
