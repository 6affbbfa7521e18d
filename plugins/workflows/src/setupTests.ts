import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A busy machine makes a browser of the imagination slow, not wrong.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
