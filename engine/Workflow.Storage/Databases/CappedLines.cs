using System.Text;

namespace Workflow.Storage.Databases;

/// <summary>Reads lines of UTF-8 from a file that somebody else made: no line longer than a bound is ever held.</summary>
/// <param name="file">The content.</param>
/// <param name="name">Its name, for messages.</param>
/// <param name="longest">The longest line in bytes.</param>
internal sealed class CappedLines(Stream file, string name, int longest)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

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
            for (var start = 0; start < read;)
            {
                var end = Array.IndexOf(_buffer, (byte)'\n', start, read - start);
                Add(start, (end < 0 ? read : end) - start);
                start = end < 0 ? read : end + 1;
                if (end >= 0) yield return Take();
            }
        }

        if (_line.Length > 0) yield return Take();
    }

    private void Add(int start, int count)
    {
        if (_line.Length + count > longest) throw new InputRefusedException($"Expected lines of at most {longest} bytes, but line {Number + 1} of '{name}' is longer.");
        _line.Write(_buffer, start, count);
    }

    private string Take()
    {
        Number++;
        try
        {
            return Strict.GetString(_line.GetBuffer(), 0, (int)_line.Length);
        }
        catch (DecoderFallbackException)
        {
            throw new InputRefusedException($"Expected UTF-8, but line {Number} of '{name}' is not.");
        }
        finally
        {
            _line.SetLength(0);
        }
    }
}
