using Workflow.Host.Opening;

namespace Workflow.Host.CommandLine;

/// <summary>Writes a file whole or not at all: what goes wrong on the way leaves whatever was there.</summary>
public static class OutputFile
{
    /// <summary>Writes through a file beside the wanted one and moves it there at the end.</summary>
    /// <param name="path">The wanted file; what was there is replaced.</param>
    /// <param name="write">Writes; what it throws goes on, and nothing is left behind.</param>
    public static void Write(string path, Action<Stream> write) =>
        Through(
            path,
            replaces: true,
            beside =>
            {
                using var stream = File.Create(beside);
                write(stream);
            }
        );

    /// <summary>The same for a file that must not be there before, and for what opens its file by itself.</summary>
    /// <param name="path">The wanted file.</param>
    /// <param name="write">Writes the file it is given, and leaves it closed.</param>
    /// <exception cref="IOException">Somebody else made the file meanwhile; theirs stays.</exception>
    public static void New(string path, Action<string> write) => Through(path, replaces: false, write);

    private static void RequireFolder(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw OpeningRefusals.NoFolder(folder);
    }

    private static void Through(string path, bool replaces, Action<string> write)
    {
        RequireFolder(path);
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            write(beside);
            File.Move(beside, path, replaces);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
