using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Access;
using Workflow.Storage.Databases;

namespace Workflow.Storage.Reading;

/// <summary>Reads the copies that were sent to somebody.</summary>
/// <param name="database">The database.</param>
public sealed class CopyReads(Database database)
{
    /// <summary>Returns a page of copies, the latest first.</summary>
    /// <param name="person">To whom.</param>
    /// <param name="posts">The posts they hold.</param>
    /// <param name="after">The last of the page before; null for the first page.</param>
    /// <param name="limit">The most copies; at least 1.</param>
    public IReadOnlyList<SentCopy> Page(string person, ImmutableArray<Post> posts, SentCopy? after, int limit)
    {
        using var connection = database.Connect();
        var readers = Readers(person, posts);
        var given = new DynamicParameters(
            new
            {
                readers,
                at = after?.SentAt.Text(),
                limit,
            }
        );
        given.AddDynamicParams(
            new
            {
                number = after?.Case,
                entry = after?.Entry,
                place = (long?)after?.Place,
            }
        );
        return [.. connection.Query<SentCopyRow>(Found, given).Select(r => r.Shown())];
    }

    /// <summary>Returns when somebody first read a case since the latest copy sent to them or to one of their posts; null while it is unread, and where none was sent.</summary>
    internal static DateTimeOffset? FirstReading(CopyReader reader, ImmutableArray<Post> posts, DbConnection connection)
    {
        var readers = Readers(reader.Person, posts);
        if (connection.ExecuteScalar<string?>(Latest, new { number = reader.Case, readers }) is not { } sent)
            return null;
        return CaseReadings
            .Since(reader.Case, SqlText.Instant(sent), connection)
            .Where(r => r.Person == reader.Person)
            .Select(r => (DateTimeOffset?)r.At)
            .FirstOrDefault();
    }

    private static string[] Readers(string person, ImmutableArray<Post> posts) =>
        [.. posts.Select(Recipient.Post).Append(Recipient.Person(person)).Distinct().Select(v => v.Written)];

    private const string Latest = "select max(sent_at) from copy_rows where case_no = @number and reader in @readers";

    private const string Found = """
        select distinct case_no as CaseNo, entry_no as EntryNo, place as Place, step as Step, sent_at as SentAt from copy_rows
        where reader in @readers and (@at is null or (sent_at, case_no, entry_no, place) < (@at, @number, @entry, @place))
        order by sent_at desc, case_no desc, entry_no desc, place desc limit @limit
        """;

    private sealed record SentCopyRow(string CaseNo, long EntryNo, long Place, string Step, string SentAt)
    {
        internal SentCopy Shown() => new(CaseNo, EntryNo, (int)Place, Step.Length == 0 ? null : Step, SqlText.Instant(SentAt));
    }
}

/// <summary>A copy that was sent.</summary>
/// <param name="Case">The case.</param>
/// <param name="Entry">The entry that sent it.</param>
/// <param name="Place">Its place in the entry.</param>
/// <param name="Step">The step it is about; null for the case.</param>
/// <param name="SentAt">The recorded moment.</param>
public sealed record SentCopy(string Case, long Entry, int Place, string? Step, DateTimeOffset SentAt);
