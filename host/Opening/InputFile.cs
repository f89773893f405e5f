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

    /// <summary>Takes a path for what lies there.</summary>
    /// <param name="path">The path.</param>
    /// <param name="folder">What to do with a folder.</param>
    /// <param name="file">What to do with a file.</param>
    /// <exception cref="OpeningRefusedException">Nothing lies there.</exception>
    internal static IEnumerable<T> At<T>(string path, Func<string, IEnumerable<T>> folder, Func<string, IEnumerable<T>> file) =>
        Directory.Exists(path) ? folder(path)
        : File.Exists(path) ? file(path)
        : throw OpeningRefusals.NoFile(FileKind.Path, path);
}
