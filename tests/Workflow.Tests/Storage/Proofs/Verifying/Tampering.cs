using Workflow.Engine.Record.Entries;
using static Workflow.Tests.Support.Ledgers.SealedOffice;

namespace Workflow.Tests.Storage.Proofs.Verifying;

/// <summary>One way of tampering, done to a ledger of two cases with three entries each and two seals.</summary>
/// <param name="What">What is done, as the table says it.</param>
/// <param name="Do">Does it to the database.</param>
/// <param name="Named">The fault that must be among those named with receipts: case and entry, or seal.</param>
internal sealed record Tampering(string What, Func<SealedOffice, Task> Do, string Named)
{
    /// <summary>Does it to the lines of an honest export, where that differs from exporting the tampered database.</summary>
    internal Action<List<string>>? InExport { get; init; }

    /// <summary>Whether the database looked at is the old copy.</summary>
    internal bool Restored { get; init; }

    internal static IReadOnlyList<Tampering> All { get; } =
    [
        new(
            "a byte of an entry changed",
            Sync(o =>
                o.Execute($"update entries set body = replace(body, '开餐馆', '开酒吧') where case_no = '{Second}' and entry_no = 1")
            ),
            $"{Second} #1"
        ),
        new("an entry dropped", Sync(o => o.Execute($"delete from entries where case_no = '{First}' and entry_no = 2")), $"{First} #2")
        {
            InExport = l => l.RemoveAt(l.LineOf(First, 2)),
        },
        new("an entry put in twice", Sync(Twice), $"{First} #4") { InExport = l => l.Insert(l.LineOf(First, 3), l[l.LineOf(First, 3)]) },
        new("two entries exchanged", Sync(Exchange), $"{First} #2") { InExport = l => l.Reverse(l.LineOf(First, 2), 2) },
        new("the last entry cut off, the head corrected", Sync(o => o.CutTail(Second)), $"{Second} #3"),
        new(
            "a whole case taken out",
            Sync(o => o.Execute($"delete from entries where case_no = '{First}'; delete from heads where case_no = '{First}'")),
            $"{First} #1"
        ),
        new("two cases exchanged", Sync(ExchangeCases), $"{First} #1"),
        new("a case written anew with all its hashes", Sync(o => o.Replace(Second, "开餐馆", "开酒吧")), $"{Second} #3"),
        new(
            "a seal taken out",
            Sync(o => o.Execute("delete from seals where seal_no = 1; delete from seal_leaves where seal_no = 1")),
            "seals #1"
        ),
        new("the last seals cut off", Sync(o => o.CutSeals(2)), "seals #2"),
        new(
            "entries and the seals over them cut off",
            Sync(o =>
            {
                o.CutTail(Second);
                o.CutSeals(2);
            }),
            $"{Second} #3"
        ),
        new(
            "a case written anew, and every seal too",
            async o =>
            {
                o.Replace(Second, "开餐馆", "开酒吧");
                await o.SealAnew();
            },
            $"{Second} #3"
        ),
        new("an old backup put in place", Sync(_ => { }), $"{First} #3") { Restored = true },
        new(
            "a definition changed under its digest",
            Sync(o => o.Execute("update definitions set json = replace(json, '小许可', '大许可')")),
            "definition #0"
        ),
        new("a definition changed, and its digest too", Sync(OtherDefinition), $"{First} #1"),
        new("a calendar taken out", Sync(o => o.Execute("delete from calendars")), $"{First} #1"),
        new("what was written after the last receipt changed with all hashes", Later, ""),
    ];

    private static Func<SealedOffice, Task> Sync(Action<SealedOffice> act) =>
        office =>
        {
            act(office);
            return Task.CompletedTask;
        };

    private static void Twice(SealedOffice office) =>
        office.Execute(
            $"""
            insert into entries select case_no, 4, hash, body from entries where case_no = '{First}' and entry_no = 3;
            update heads set entry_no = 4 where case_no = '{First}'
            """
        );

    private static void Exchange(SealedOffice office) =>
        office.Execute(
            $"""
            update entries set entry_no = -1 where case_no = '{First}' and entry_no = 2;
            update entries set entry_no = 2 where case_no = '{First}' and entry_no = 3;
            update entries set entry_no = 3 where case_no = '{First}' and entry_no = -1
            """
        );

    private static void OtherDefinition(SealedOffice office)
    {
        var (digest, json) = (SmallPermit.Published.Digest, SmallPermit.Published.Json.Replaced("小许可", "大许可"));
        office.Execute(
            "update definitions set json = @json, digest = @other where digest = @digest",
            new
            {
                json,
                other = LedgerJson.Hash(json),
                digest,
            }
        );
    }

    private static void ExchangeCases(SealedOffice office)
    {
        foreach (var table in new[] { "entries", "heads" })
            office.Execute(
                $"update {table} set case_no = 'x' where case_no = '{First}'; update {table} set case_no = '{First}' where case_no = '{Second}'; update {table} set case_no = '{Second}' where case_no = 'x'"
            );
    }

    private static async Task Later(SealedOffice office)
    {
        await office.Office.Write(Second, SmallPermit.Remark("真话"));
        office.Replace(Second, "真话", "假话");
    }
}
