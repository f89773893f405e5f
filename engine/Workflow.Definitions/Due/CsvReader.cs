using System.Collections.Immutable;
using System.Text;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Due;

/// <summary>Reads records of RFC 4180 one at a time; a malformed record is reported in its row and never stops the next.</summary>
/// <remarks>Fields are parted by what parts the first two of the file: a comma, a semicolon or a tab, as spreadsheets write them. Lines end with LF, CRLF or CR; empty lines are skipped; a byte order mark is ignored.</remarks>
/// <param name="text">The records.</param>
/// <param name="most">The most fields kept of one record.</param>
/// <param name="longest">The most characters kept of one field.</param>
public sealed class CsvReader(TextReader text, int most = CsvReader.MaxFields, int longest = CsvReader.MaxField)
{
    /// <summary>The most characters kept of one field where nothing else is asked for.</summary>
    public const int MaxField = 4_096;

    /// <summary>The most characters of one record; past it a quote left open is given up at the next line end.</summary>
    public const int MaxRow = 65_536;

    /// <summary>The most fields kept of one record where nothing else is asked for.</summary>
    public const int MaxFields = 64;

    private readonly StringBuilder _field = new();
    private readonly ImmutableArray<string>.Builder _fields = ImmutableArray.CreateBuilder<string>();
    private Message? _fault;
    private int _line = 1;
    private int _column;
    private int _length;
    private char? _separator;

    /// <summary>Returns the next record, or null at the end. The line by which spreadsheets name the separator is none.</summary>
    public CsvRow? Read()
    {
        while (ReadAny() is { } row)
            if (!NamesSeparator(row))
                return row;
        return null;
    }

    // Excel puts such a line before the first record.
    private static bool NamesSeparator(CsvRow row) => row is { Line: 1, Fault: null, Fields: ["sep=", ""] };

    private CsvRow? ReadAny()
    {
        Begin();
        if (_line == 1 && _column == 0 && text.Peek() == '\uFEFF')
            text.Read();
        while (text.Peek() is '\r' or '\n')
            Next();
        if (text.Peek() < 0)
            return null;
        var line = _line;
        while (Field()) { }
        return new CsvRow(line, _fields.ToImmutable(), _fault);
    }

    private void Begin()
    {
        _fields.Clear();
        (_fault, _length) = (null, 0);
    }

    // Reads one field and what ends it; false when that was the end of the record.
    private bool Field()
    {
        _field.Clear();
        var (line, column) = (_line, _column + 1);
        var end = text.Peek() == '"' && !Quoted() ? '\n' : Plain();
        if (_fields.Count < most)
            _fields.Add(_field.ToString());
        else
            Blame(CsvFaults.TooManyFields(most, line, column));
        return end == _separator;
    }

    private bool Separates(int c)
    {
        if (_separator is null && c is ',' or ';' or '\t')
            _separator ??= (char)c;
        return c == _separator;
    }

    private int Plain()
    {
        while (true)
        {
            var c = Next();
            if (c is '\n' or < 0 || Separates(c))
                return c;
            if (c == '"')
                Blame(CsvFaults.QuoteInside(_line, _column));
            Keep((char)c);
        }
    }

    // Reads what stands in quotes; false when they are never closed, and then the record is over.
    private bool Quoted()
    {
        var (line, column) = (_line, _column + 1);
        Next();
        while (true)
        {
            var c = Next();
            if (c < 0 || (c == '\n' && _length > MaxRow))
            {
                Blame(CsvFaults.QuoteLeftOpen(line, column));
                return false;
            }

            if (c == '"' && text.Peek() != '"')
                break;
            if (c == '"')
                Next();
            Keep((char)c);
        }

        if (text.Peek() is not ('\r' or '\n' or < 0) && !Separates(text.Peek()))
            Blame(CsvFaults.TextAfterQuote(_line, _column));
        return true;
    }

    private void Keep(char c)
    {
        if (_field.Length < longest)
            _field.Append(c);
        else
            Blame(CsvFaults.FieldTooLong(longest, _line, _column));
    }

    // A line end of any kind comes back as one LF.
    private int Next()
    {
        var c = text.Read();
        if (c == '\r')
        {
            if (text.Peek() == '\n')
                text.Read();
            c = '\n';
        }

        if (c >= 0)
            (_length, _column) = (Math.Min(_length + 1, MaxRow + 1), _column + 1);
        if (c == '\n')
            (_line, _column) = (checked(_line + 1), 0);
        return c;
    }

    // Whatever follows the first fault of a record may be its consequence.
    private void Blame(Message fault) => _fault ??= fault;
}
