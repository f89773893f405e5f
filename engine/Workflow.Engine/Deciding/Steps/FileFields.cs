using System.Collections.Immutable;
using Workflow.Engine.Deciding.Parties;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.Events;
using Workflow.Engine.Record.Refusals;

namespace Workflow.Engine.Deciding.Steps;

/// <summary>Checks the names entered in a field for files against the files attached to the case. Whoever sees the files there sees them here.</summary>
internal static class FileFields
{
    private const char Separator = '/';
    private const int Megabyte = 1 << 20;

    /// <summary>Returns the files of the case that the actor may name: a party those of their own and those shown to parties.</summary>
    internal static ImmutableArray<FileAttached> Seen(CaseLook look) =>
        look.State.Parties.Any(p => Visitors.IsDoer(look, p.Person))
            ? [.. look.State.Files.Where(f => f.By == look.Stamp.Actor || f.Internal is false)]
            : look.State.Files;

    /// <summary>Returns what is wrong, as it follows the name of the field; null when nothing is, and for any other field.</summary>
    internal static Message? Check(Field field, FieldValue value, ImmutableArray<FileAttached> attached) =>
        field.File is { } terms && value is TextValue { Text: var text }
            ? Check(terms, text.Split(Separator, StringSplitOptions.TrimEntries), attached)
            : null;

    private static Message? Check(FileTerms terms, string[] names, ImmutableArray<FileAttached> attached) =>
        names.Length > 1 && !terms.Many
            ? FieldFaults.OneFile(names.Length)
            : names.Select(name => Check(terms, name, attached)).FirstOrDefault(wrong => wrong is not null);

    private static Message? Check(FileTerms terms, string name, ImmutableArray<FileAttached> attached) =>
        attached.Where(f => f.Name == name).DistinctBy(f => f.Sha256).ToList() switch
        {
            [] => FieldFaults.NoFile(name),
            [var one] => Fits(terms, one),
            _ => FieldFaults.FilesAlike(name),
        };

    private static Message? Fits(FileTerms terms, FileAttached file)
    {
        var ending = file.Name[(file.Name.LastIndexOf('.') + 1)..].ToLowerInvariant();
        if (!terms.Kinds.IsEmpty && !terms.Kinds.Contains(ending))
            return FieldFaults.FileKind(file.Name, terms.Kinds);
        return terms.Largest is { } most && file.Size > (long)most * Megabyte ? FieldFaults.FileSize(file.Name, most) : null;
    }
}
