using System.Collections.Immutable;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Values;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Reading;
using Workflow.Storage.Vaults;

namespace Workflow.Storage.Running;

/// <summary>What a command reads from the database within the writer's transaction.</summary>
internal sealed class InTurn(Desk desk, WriteSession session) : IStored
{
    private const string FileOfHash = """
        select size from attachments a where sha256 = @p0 and (
            exists (select 1 from uploads u where u.sha256 = a.sha256 and u.person = @p1)
            or exists (select 1 from file_rows f where f.sha256 = a.sha256 and f.case_no = @p2))
        """;

    private const string NextOfSeries = "select next from serials where series = @p0";

    public PublishedProcess? InForce(string process, DateOnly day) => desk.Processes.InForce(process, day, session);

    public PublishedProcess? Latest(string process) => desk.Processes.Latest(process);

    public PublishedProcess Bound(string digest) => desk.Processes.Bound(digest, session.Connection);

    public PublishedProcess? Published(string digest) => desk.Processes.Find(digest, session.Connection);

    public (int Load, long Turn) Workload(string person, Post post, string number) => WorkloadRows.Of(person, post, number, session);

    public bool IsBorneElsewhere(BorneNumber number, string of) => NumberRow.IsBorneElsewhere(number, of, session);

    public DateTimeOffset? ReadAt(CopyReader reader, ImmutableArray<Post> posts) =>
        CopyReads.FirstReading(reader, posts, session.Connection);

    public VaultRow? Seed(SealedSeed seed) => Vault.Seed(seed, session);

    public long? FileOf(string sha256, string person, string? number) =>
        session.Prepared(FileOfHash, 3).Scalar(sha256, person, number ?? "") as long?;

    public long NextSerial(string series)
    {
        var next = session.Prepared(NextOfSeries, 1).Scalar(series) is long found ? found : 1;
        desk.Serials.Found(series, next);
        return next;
    }
}
