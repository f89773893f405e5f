using Dapper;
using Workflow.Storage.Databases;
using Workflow.Storage.Seals;

namespace Workflow.Tests.Support.Ledgers;

/// <summary>A small ledger in a file of its own, with a folder outside for receipts.</summary>
internal sealed class SealedOffice : IAsyncDisposable
{
    internal const string First = "A-001-2026-000001";
    internal const string Second = "A-001-2026-000002";

    private SealedOffice(string folder, TestOffice office) => (Folder, Office) = (folder, office);

    internal string Folder { get; }

    internal string File => Path.Combine(Folder, "ledger.db");

    /// <summary>A copy of the database as it was right after the first seal; made by <see cref="WithTwoSeals"/>.</summary>
    internal string Backup => Path.Combine(Folder, "backup.db");

    internal TestOffice Office { get; }

    internal LedgerSeals Seals => new(Office.Database);

    internal static async Task<SealedOffice> Open()
    {
        var folder = Directory.CreateTempSubdirectory("workflow-seals-").FullName;
        return new SealedOffice(folder, await TestOffice.Open(SqliteDialect.ForFile(Path.Combine(folder, "ledger.db"))));
    }

    /// <summary>Two cases of three entries, sealed after the first has two and when both have three.</summary>
    internal static async Task<SealedOffice> WithTwoSeals()
    {
        var sealedOffice = await Open();
        await sealedOffice.Office.Write(null, SmallPermit.Lodge());
        await sealedOffice.Office.Write(First, SmallPermit.Receive());
        await sealedOffice.Seal();
        sealedOffice.Execute($"vacuum into '{sealedOffice.Backup}'");
        await sealedOffice.Office.Write(First, SmallPermit.Grant());
        await sealedOffice.Office.Write(null, SmallPermit.Lodge("李四"));
        await sealedOffice.Office.Write(Second, SmallPermit.Receive());
        await sealedOffice.Office.Write(Second, SmallPermit.Grant());
        await sealedOffice.Seal();
        return sealedOffice;
    }

    internal Task<StoredSeal?> Seal()
    {
        Office.Time.Now += TimeSpan.FromMinutes(10);
        return Seals.Make(Office.Time.Now, default);
    }

    internal OutsideReceipt Receipt(long seal)
    {
        var stored = Seals.Find(seal)!;
        return ReceiptFile.Read(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(ReceiptFile.Text(stored, Seals.Leaves(seal)))),
            ReceiptFile.Name(seal)
        );
    }

    internal OutsideReceipt Head(long seal) => HeadLine.Read(HeadLine.Of(Seals.Find(seal)!));

    internal void Execute(string sql, object? given = null)
    {
        using var connection = Office.Database.Connect();
        connection.Execute(sql, given);
    }

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
