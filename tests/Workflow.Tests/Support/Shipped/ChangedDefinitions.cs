namespace Workflow.Tests.Support.Shipped;

/// <summary>A copy of the repository's definitions, without their scenarios, in which one file says something else.</summary>
internal sealed class ChangedDefinitions : IDisposable
{
    internal ChangedDefinitions(string file, string was, string now)
    {
        foreach (
            var original in Directory
                .EnumerateFiles(Repository.Definitions, "*", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith(".scenarios.yaml", StringComparison.Ordinal))
        )
        {
            var copy = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Repository.Definitions, original));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(original, copy);
        }

        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replaced(was, now));
    }

    internal string Path { get; } = Directory.CreateTempSubdirectory("workflow-changed-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
