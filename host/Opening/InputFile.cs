using Workflow.Engine.Messages;

namespace Workflow.Host.Opening;

/// <summary>What somebody named at the console to be read.</summary>
internal static class InputFile
{
    /// <summary>Refuses a file that is not there, or larger than what such a file may be.</summary>
    /// <param name="what">What it is, from <see cref="FileKind"/>.</param>
    /// <param name="file">Its path.</param>
    /// <param name="most">Its most bytes.</param>
    /// <exception cref="OpeningRefusedException">It is not to be read.</exception>
    internal static void Require(Message what, string file, long most)
    {
        if (!File.Exists(file))
            throw OpeningRefusals.NoFile(what, file);
        if (new FileInfo(file).Length > most)
            throw OpeningRefusals.TooLarge(what, file, most);
    }

    /// <summary>Reads a file.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="file">Its path.</param>
    /// <exception cref="OpeningRefusedException">It is not there, or the machine does not read it.</exception>
    internal static byte[] Bytes(Message what, string file) => Reading(what, file, File.ReadAllBytes);

    /// <summary>Opens a file to be read.</summary>
    /// <inheritdoc cref="Bytes"/>
    internal static FileStream Open(Message what, string file) => Reading(what, file, File.OpenRead);

    private static T Reading<T>(Message what, string file, Func<string, T> read)
    {
        if (!File.Exists(file))
            throw OpeningRefusals.NoFile(what, file);
        try
        {
            return read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OpeningRefusals.Unreadable(what, file, MachineText.Of(e));
        }
    }

    /// <summary>Takes a path for what lies there.</summary>
    /// <param name="path">The path.</param>
    /// <param name="folder">What to do with a folder.</param>
    /// <param name="file">What to do with a file.</param>
    /// <exception cref="OpeningRefusedException">Nothing lies there.</exception>
    internal static T At<T>(string path, Func<string, T> folder, Func<string, T> file) =>
        Directory.Exists(path) ? folder(path)
        : File.Exists(path) ? file(path)
        : throw OpeningRefusals.NoFile(FileKind.Path, path);
}
