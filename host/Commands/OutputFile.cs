namespace Workflow.Host.Commands;

/// <summary>Writes a file whole or not at all: what goes wrong on the way leaves whatever was there.</summary>
public static class OutputFile
{
    /// <summary>Writes through a file beside the wanted one and moves it there at the end.</summary>
    /// <param name="path">The wanted file.</param>
    /// <param name="write">Writes; what it throws goes on, and nothing is left behind.</param>
    public static void Write(string path, Action<Stream> write) => Through(path, beside =>
    {
        using var stream = File.Create(beside);
        write(stream);
    });

    /// <summary>The same for what opens its file by itself.</summary>
    /// <param name="path">The wanted file.</param>
    /// <param name="write">Writes the file it is given, and leaves it closed.</param>
    public static void Through(string path, Action<string> write)
    {
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            write(beside);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
