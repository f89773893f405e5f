using System.Text;

namespace Workflow.Storage.Refusals;

/// <summary>Reads lines of UTF-8 from a file that somebody else made: no line longer than a bound is ever held.</summary>
/// <param name="file">The content.</param>
/// <param name="name">Its name, for messages.</param>
/// <param name="longest">The longest line in bytes.</param>
internal sealed class CappedLines(Stream file, string name, int longest)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private const char ByteOrderMark = '\uFEFF';

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly MemoryStream _line = new();

    /// <summary>The number of the line last returned, from 1.</summary>
    internal long Number { get; private set; }

    /// <exception cref="InputRefusedException">A line is too long, or not UTF-8.</exception>
    internal IEnumerable<string> All()
    {
        int read;
        while ((read = file.Read(_buffer)) > 0)
        {
            foreach (var line in Ended(read))
                yield return line;
        }

        if (_line.Length > 0)
            yield return Take();
    }

    // What is left after the last end of a line is kept for the next part.
    private IEnumerable<string> Ended(int read)
    {
        var start = 0;
        while (Array.IndexOf(_buffer, (byte)'\n', start, read - start) is >= 0 and var end)
        {
            Add(start, end - start);
            start = end + 1;
            yield return Take();
        }

        Add(start, read - start);
    }

    private void Add(int start, int count)
    {
        if (_line.Length + count > longest)
            throw LineRefusals.TooLong(name, Number + 1, longest);
        _line.Write(_buffer, start, count);
    }

    private string Take()
    {
        Number++;
        try
        {
            var text = Strict.GetString(_line.GetBuffer(), 0, (int)_line.Length);
            // Editors of Windows put a mark before the first line; it is no part of it.
            return Number == 1 ? text.TrimStart(ByteOrderMark) : text;
        }
        catch (DecoderFallbackException)
        {
            throw LineRefusals.NotUtf8(name, Number);
        }
        finally
        {
            _line.SetLength(0);
        }
    }
}
