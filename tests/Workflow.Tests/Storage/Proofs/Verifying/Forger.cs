using System.Text;
using Dapper;
using Workflow.Engine.Record.Entries;

namespace Workflow.Tests.Storage.Proofs.Verifying;

/// <summary>Somebody who may write every byte of the database, knows how it is made, and owns none of the receipts.</summary>
internal static class Forger
{
    /// <summary>Writes a case again with another text from an entry on, every hash and the head in order.</summary>
    internal static void Replace(this SealedOffice office, string number, string from, string to)
    {
        using var connection = office.Office.Database.Connect();
        var (previous, bodies) = (
            LedgerJson.Genesis,
            connection.Query<string>("select body from entries where case_no = @number order by entry_no", new { number }).ToList()
        );
        Assert.That(bodies, Has.Some.Contains(from), "what is to be forged does not stand in the case");
        for (var i = 0; i < bodies.Count; i++)
        {
            var before = LedgerJson.ReadEntry(bodies[i]).Previous;
            var body = bodies[i]
                .Replace(from, to, StringComparison.Ordinal)
                .Replace($"\"previous\":\"{before}\"", $"\"previous\":\"{previous}\"", StringComparison.Ordinal);
            previous = LedgerJson.Hash(body);
            connection.Execute(
                "update entries set body = @body, hash = @previous where case_no = @number and entry_no = @no",
                new
                {
                    body,
                    previous,
                    number,
                    no = i + 1,
                }
            );
        }

        connection.Execute("update heads set hash = @previous where case_no = @number", new { previous, number });
    }

    /// <summary>Takes the last entry of a case away and corrects the head.</summary>
    internal static void CutTail(this SealedOffice office, string number) =>
        office.Execute(
            """
            delete from entries where case_no = @number and entry_no = (select max(entry_no) from entries where case_no = @number);
            update heads set (entry_no, hash) = (select entry_no, hash from entries e where e.case_no = @number order by entry_no desc limit 1) where case_no = @number
            """,
            new { number }
        );

    internal static void CutSeals(this SealedOffice office, long from) =>
        office.Execute("delete from seals where seal_no >= @from; delete from seal_leaves where seal_no >= @from", new { from });

    /// <summary>Makes every seal anew at the moments of the old ones.</summary>
    internal static async Task SealAnew(this SealedOffice office)
    {
        var at = office.Seals.Find(2)!.Read().At;
        office.CutSeals(1);
        if (await office.Seals.Make(at, default) is null)
            throw new InvalidOperationException("Expected something to seal.");
    }

    /// <summary>The lines of an export after one of them was taken out, put in twice or moved; the end line is corrected.</summary>
    internal static byte[] Lines(byte[] export, Action<List<string>> change)
    {
        var lines = Encoding.UTF8.GetString(export).TrimEnd('\n').Split('\n').SkipLast(1).ToList();
        change(lines);
        return Encoding.UTF8.GetBytes($"{string.Join('\n', lines)}\n{{\"is\":\"end\",\"lines\":{lines.Count}}}\n");
    }

    internal static int LineOf(this List<string> lines, string number, long entry) =>
        lines.FindIndex(l => l.StartsWith($"{{\"is\":\"entry\",\"case\":\"{number}\",\"number\":{entry},", StringComparison.Ordinal));
}
