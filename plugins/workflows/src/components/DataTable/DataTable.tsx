import Paper from '@material-ui/core/Paper';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  cell: {
    padding: theme.spacing(1, 1.5),
    lineHeight: 1.5,
    maxWidth: theme.spacing(45),
    // The theme breaks words anywhere, and narrow columns with them.
    wordBreak: 'normal',
    overflowWrap: 'break-word',
  },
  head: {
    padding: theme.spacing(1, 1.5),
    whiteSpace: 'nowrap',
    color: theme.palette.text.secondary,
    fontWeight: 600,
  },
  wide: { minWidth: theme.spacing(20), maxWidth: 'none' },
  oneLine: { whiteSpace: 'nowrap' },
  hideNarrow: { [theme.breakpoints.down('sm')]: { display: 'none' } },
  hideMedium: { [theme.breakpoints.down('md')]: { display: 'none' } },
}));

export interface DataColumn<T> {
  id: string;
  header: string;
  render: (row: T) => ReactNode;
  /** Holds long texts; other columns are as narrow as they can be. */
  wide?: boolean;
  oneLine?: boolean;
  /** Left out on screens of this width and less. */
  hide?: 'narrow' | 'medium';
}

/** A dense table that scrolls in itself and drops lesser columns on small screens. */
export function DataTable<T extends { id: string }>(props: {
  label: string;
  columns: DataColumn<T>[];
  rows: T[];
}) {
  const classes = useStyles();
  const className = (column: DataColumn<T>, base: string) =>
    [
      base,
      column.wide && classes.wide,
      column.oneLine && classes.oneLine,
      column.hide === 'narrow' && classes.hideNarrow,
      column.hide === 'medium' && classes.hideMedium,
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            {props.columns.map(column => (
              <TableCell
                key={column.id}
                className={className(column, classes.head)}
              >
                {column.header}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rows.map(row => (
            <TableRow key={row.id} hover>
              {props.columns.map(column => (
                <TableCell
                  key={column.id}
                  className={className(column, classes.cell)}
                >
                  {column.render(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
