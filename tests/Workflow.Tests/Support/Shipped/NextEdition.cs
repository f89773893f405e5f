namespace Workflow.Tests.Support.Shipped;

/// <summary>A copy of the repository's definitions in which three-certificates has a next edition from 2014-05-07: 30 working days instead of 45, and the licence step under another name.</summary>
internal sealed class NextEdition : IDisposable
{
    internal NextEdition()
    {
        foreach (
            var file in Directory
                .EnumerateFiles(Repository.Definitions, "*", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith(".scenarios.yaml", StringComparison.Ordinal))
        )
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Repository.Definitions, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var path = Path.Combine(Folder, "market", "three-certificates.yaml");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replaced("2014-05-01..2015-09-30", "2014-05-01..2014-05-06"));
        File.WriteAllText(
            Path.Combine(Folder, "market", "three-certificates-next.yaml"),
            text.Replaced("2014-05-01..2015-09-30", "2014-05-07..2015-09-30")
                .Replaced("    promise: 5 working days\n", "    for: 30 working days\n    promise: 5 working days\n")
                .Replaced("step: licence\n", "step: registration\n")
                .Replaced("licence = ", "registration = ")
                .Replaced("licence != ", "registration != ")
        );
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("workflow-editions-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
