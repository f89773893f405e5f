using System.Security.Cryptography;
using Workflow.Storage.Proofs.Content;
using Workflow.Storage.Proofs.Findings;
using Workflow.Storage.Proofs.Verifying;

namespace Workflow.Storage.Exports;

/// <summary>Takes the attachments of an export with the chunks that follow each.</summary>
/// <param name="check">Is told what is wrong and, in the end, which there are.</param>
internal sealed class ExportedFiles(LedgerCheck check)
{
    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private (FileLine File, long Line, IncrementalHash Hash)? _open;

    /// <summary>Takes a line; false when it does not belong where it stands.</summary>
    internal bool Take(ExportLine line, long number)
    {
        if (line is FileLine file)
            return Begin(file, number);
        if (line is not ChunkLine chunk || _open is not var (_, _, hash))
            return false;
        hash.AppendData(chunk.Bytes);
        return true;
    }

    private bool Begin(FileLine file, long number)
    {
        _all.Add(file.Sha256);
        _open = (file, number, IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        return true;
    }

    /// <summary>To be called when a line other than a chunk comes.</summary>
    internal void EndOne()
    {
        if (_open is not var (file, line, hash))
            return;
        using (hash)
        {
            var found = Convert.ToHexStringLower(hash.GetHashAndReset());
            if (found != file.Sha256)
                check.File(Other(file.Sha256, found), line);
        }

        _open = null;
    }

    /// <summary>To be called at the end of an export beside which the attachments lie.</summary>
    internal void End(FilesBeside beside)
    {
        foreach (var (said, found) in beside.Files.Where(f => f.Said != f.Found))
            check.File(Other(said, found));
        _all.UnionWith(beside.Files.Select(f => f.Said));
        check.Files(_all);
    }

    private static WrongFile Other(string said, string found) => new(said, ContentFindings.OtherFile(said, found));

    /// <summary>To be called at the end of the export.</summary>
    /// <param name="promised">Whether its head says that attachments go with it. One of the first form does not say.</param>
    internal void End(bool promised)
    {
        if (promised || _all.Count > 0)
            check.Files(_all);
    }
}
