namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Rows of a text as a spreadsheet shows them, told by bytes before any letter is read: a line end between quotation marks ends no row.</summary>
internal static class LogicalRows
{
    /// <summary>The row, from 1, in which a byte stands.</summary>
    public static int At(ReadOnlySpan<byte> content, int position)
    {
        var counter = new Counter();
        foreach (var b in content[..Math.Min(position, content.Length)])
            counter.Take(b);
        return counter.Row;
    }

    /// <summary>Counts on, byte by byte.</summary>
    internal struct Counter()
    {
        private bool _quoted;
        private bool _afterReturn;

        /// <summary>The row of the next byte.</summary>
        public int Row { get; private set; } = 1;

        public void Take(byte b)
        {
            if (b == (byte)'"')
                _quoted = !_quoted;
            else if (!_quoted && (b == (byte)'\r' || (b == (byte)'\n' && !_afterReturn)))
                Row++;
            _afterReturn = b == (byte)'\r';
        }
    }
}
